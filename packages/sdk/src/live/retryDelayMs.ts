import type {ContentError} from '../errors/ContentError.ts'

const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 30_000
const MAX_ASKED_MS = 3_600_000

/** How long to wait after a failure and so many before it: longer each time, and at least as asked, up to an hour. */
export function retryDelayMs({retryAfterMs}: ContentError, failures: number, random: () => number): number {
  const delayMs = spreadMs(Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** failures), random)
  return Math.max(delayMs, Math.min(retryAfterMs ?? 0, MAX_ASKED_MS))
}

/** Spreads many readers: half of the time is fixed, half is drawn. */
export function spreadMs(ms: number, random: () => number): number {
  return (ms / 2) * (1 + random())
}
