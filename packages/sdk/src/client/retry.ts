import {ContentError} from '../core.ts'
import type {Clock} from './clock.ts'

/** How often and how patiently a read is repeated. */
export interface RetryOptions {
  /** Repeats after the first attempt. */
  readonly retries: number
  readonly clock: Clock
  /** 0 to 1; spreads the repeats of many readers. */
  readonly random: () => number
}

const BASE_DELAY_MS = 200
const MAX_DELAY_MS = 5_000

/**
 * Repeats a read while it fails in a way that waiting may mend: no connection, 429, or 5xx. A query reads
 * and changes nothing, so repeating it is safe; any other 4xx is an answer and is thrown at once.
 *
 * @throws ContentError of the last attempt, without waiting when the wait would end after `deadline`
 */
export async function retry<Result>(
  attempt: () => Promise<Result>,
  {deadline, signal}: {readonly deadline: number; readonly signal: AbortSignal},
  {retries, clock, random}: RetryOptions,
): Promise<Result> {
  for (let count = 0; ; count += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (count >= retries || signal.aborted || !isRetryable(error)) throw error
      const delayMs = error.retryAfterMs ?? backOffMs(count, random)
      if (clock.now() + delayMs >= deadline) throw error
      await clock.wait(delayMs, signal)
    }
  }
}

function isRetryable(error: unknown): error is ContentError {
  return (
    error instanceof ContentError &&
    (error.code === 'network' || error.status === 429 || Number(error.status) >= 500)
  )
}

// Full jitter: half of the exponential delay is fixed, half is drawn.
function backOffMs(count: number, random: () => number): number {
  const ceiling = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** count)
  return (ceiling / 2) * (1 + random())
}
