/**
 * The instant that a read is for, ISO 8601 in UTC.
 *
 * @throws TypeError when what was given is no date-time
 */
export function instantOf(at: string | Date | undefined, now: number, name = 'at'): string {
  const instant = new Date(at ?? now)
  if (!Number.isNaN(instant.getTime())) return instant.toISOString()
  throw new TypeError(
    `\`${name}\` is ${String(at)}. Give an ISO 8601 date-time such as 2026-11-26T14:00:00Z.`,
  )
}
