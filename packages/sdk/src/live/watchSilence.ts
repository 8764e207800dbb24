import {readError} from '../core.ts'
import type {EventsRequest} from './liveEvent.ts'

/** Looks after one connection. */
export interface SilenceWatch {
  /** Fires with the caller's signal, or with a ContentError `timeout` as its reason after too long a silence. */
  readonly signal: AbortSignal
  /** Says how long nothing may come from now on; `Infinity` for as long as it likes. */
  expectWithin(limitMs: number): void
  /** Ends the watch and, by its signal, whatever is left of the connection. */
  stop(): void
}

/** Watches that a connection says something in time. */
export function watchSilence({clock, signal}: Pick<EventsRequest, 'clock' | 'signal'>): SilenceWatch {
  const watched = new AbortController()
  let timer = new AbortController()
  const stop = () => {
    signal.removeEventListener('abort', stop)
    timer.abort()
    watched.abort()
  }
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  return {
    signal: watched.signal,
    expectWithin(limitMs) {
      timer.abort()
      if (limitMs === Number.POSITIVE_INFINITY || watched.signal.aborted) return
      timer = new AbortController()
      const silent = () =>
        watched.abort(readError('timeout', 'live events', `heard nothing for ${limitMs} ms.`))
      clock.wait(limitMs, timer.signal).then(silent, () => undefined)
    },
    stop,
  }
}
