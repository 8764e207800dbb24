import {ContentError} from '../errors/ContentError.ts'
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
    const timer = new AbortController()
    const settle = () => {
      timer.abort()
      signal?.removeEventListener('abort', onAbort)
    }
    const stop = (error: ContentError) => {
      settle()
      reject(error)
      controller.abort(error)
    }
    const onAbort = () => stop(new ContentError('aborted', `Reading ${queryName} was aborted.`, {queryName}))
    if (signal?.aborted) return onAbort()
    signal?.addEventListener('abort', onAbort, {once: true})
    clock.wait(timeoutMs, timer.signal).then(
      () => stop(new ContentError('timeout', timeoutMessage(queryName, timeoutMs), {queryName})),
      () => undefined,
    )
    work(controller.signal).then(resolve, reject).finally(settle)
  })
}

function timeoutMessage(queryName: string, timeoutMs: number): string {
  return `Reading ${queryName} took longer than ${timeoutMs} ms. Raise timeoutMs, or check that the source answers.`
}
