/** The day of an instant in a time zone, as `2026-11-24`. */
export function dayOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant))
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${find('year').padStart(4, '0')}-${find('month')}-${find('day')}`
}
