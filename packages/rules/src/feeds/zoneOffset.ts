// Making a formatter costs about 50 µs and using it about 1 µs, so there is one for each zone.
const formatters = new Map<string, Intl.DateTimeFormat | null>()

/** Whether the runtime knows an IANA time zone by this name; `America/New_York` yes, `EST5` or `+05:00` no. */
export function isKnownZone(zone: string): boolean {
  return zone.includes('/') || zone === 'UTC' ? formatterOf(zone) !== null : false
}

/**
 * The offset of a zone from UTC at an instant, in milliseconds; east is positive.
 *
 * @throws RangeError when the runtime does not know the zone.
 */
export function zoneOffset(zone: string, instant: number): number {
  const formatter = formatterOf(zone)
  if (!formatter)
    throw new RangeError(`“${zone}” is not a time zone: use an IANA name such as America/New_York.`)
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const {type, value} of formatter.formatToParts(instant)) parts[type] = Number(value)
  const {year = 0, month = 0, day, hour, minute, second} = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = createFormatter(zone)
  formatters.set(zone, made)
  return made
}

function createFormatter(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return null
  }
}
