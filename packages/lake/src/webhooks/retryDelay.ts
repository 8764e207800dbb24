const FIRST_MS = 1_000
const LONGEST_MS = 5 * 60_000

/** Webhooks that could not be delivered are given up after this. */
export const GIVE_UP_AFTER_MS = 30 * 60_000

/**
 * How long to wait before the next attempt: twice as long after each failure, up to five minutes, up to a quarter more
 * by chance so that hooks that failed together do not come back together; at least what `Retry-After` asked for.
 * @param failures - how many attempts have failed so far, 1 or more
 * @param random - from 0 to 1
 */
export function retryDelay(failures: number, random: number, retryAfterMs = 0): number {
  const backOff = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS)
  return Math.max(Math.round(backOff * (1 + random / 4)), retryAfterMs)
}

/** Reads a `Retry-After` header: seconds or a date (RFC 9110, 10.2.3). Nothing for anything else. */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(date - now.getTime(), 0)
}
