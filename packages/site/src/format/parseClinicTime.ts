const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/u

/**
 * The instant at which the clinic's clocks show a local time such as `2026-12-01T09:00` (or `2026-12-01`,
 * its midnight). A time that the clocks skip or show twice is read as in Temporal's `compatible`. Null when
 * it is no local time.
 */
export function parseClinicTime(text: string | undefined, timeZone: string): Date | null {
  const parts = LOCAL.exec(text ?? '')
  if (!parts) return null
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part ?? 0))
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute)
  if (
    new Date(wall).toISOString().slice(0, 10) !== text?.slice(0, 10) ||
    (hour ?? 0) > 23 ||
    (minute ?? 0) > 59
  ) {
    return null
  }
  // The offset before the time decides where clocks show it twice; the one after it where they skip it.
  const before = wall - offsetAt(wall - 86_400_000, timeZone)
  const after = wall - offsetAt(wall + 86_400_000, timeZone)
  const fits = [before, after].filter((instant) => instant + offsetAt(instant, timeZone) === wall)
  return new Date(fits.length > 0 ? Math.min(...fits) : before)
}

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const value = (type: string) => Number(shown.find((part) => part.type === type)?.value ?? 0)
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return wall - Math.trunc(instant / 1000) * 1000
}
