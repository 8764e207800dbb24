import {readError, type ContentError} from '../core.ts'
import type {Clock} from './clock.ts'

/** Limits of one read. */
export interface Deadline {
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  readonly clock: Clock
  readonly queryName: string
}

/**
 * Runs work that ends by itself, by the caller's signal or after `timeoutMs`, whichever comes first; the
 * promise settles even when the work ignores the signal that it is handed.
 *
 * @throws ContentError `aborted`, `timeout`, or whatever the work throws
 */
export function withDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  {timeoutMs, signal, clock, queryName}: Deadline,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    // Ends the clock and lets go of the caller's signal.
    const settled = new AbortController()
    const stop = (error: ContentError) => {
      settled.abort()
      reject(error)
      controller.abort(error)
    }
    const tookTooLong = `took longer than ${timeoutMs} ms. Raise timeoutMs, or check that the source answers.`
    const onAbort = () => stop(readError('aborted', queryName, 'was aborted.'))
    if (signal?.aborted) return onAbort()
    signal?.addEventListener('abort', onAbort, {signal: settled.signal})
    clock.wait(timeoutMs, settled.signal).then(
      () => stop(readError('timeout', queryName, tookTooLong)),
      () => undefined,
    )
    work(controller.signal)
      .then(resolve, reject)
      .finally(() => settled.abort())
  })
}
