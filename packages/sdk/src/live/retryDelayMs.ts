import type {ContentError} from '../errors/ContentError.ts'

const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 30_000
const MAX_ASKED_MS = 3_600_000

/** How long to wait after a failure and so many before it: as asked, up to an hour, or longer each time. */
export function retryDelayMs({retryAfterMs}: ContentError, failures: number, random: () => number): number {
  if (retryAfterMs !== null) return Math.min(retryAfterMs, MAX_ASKED_MS)
  return spreadMs(Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** failures), random)
}

/** Spreads many readers: half of the time is fixed, half is drawn. */
export function spreadMs(ms: number, random: () => number): number {
  return (ms / 2) * (1 + random())
}
