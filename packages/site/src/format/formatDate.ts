const styles = {
  date: {dateStyle: 'long'},
  dateTime: {dateStyle: 'full', timeStyle: 'short'},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A date as readers of the clinic write it; a plain day (`2027-11-01`) stays that day in every zone. */
export function formatDate(
  date: string | Date,
  {locale, timeZone, style = 'date'}: {locale: string; timeZone: string; style?: keyof typeof styles},
): string {
  const isDay = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(date)
  const zone = isDay ? 'UTC' : timeZone
  return new Intl.DateTimeFormat(locale, {...styles[style], timeZone: zone}).format(new Date(date))
}
