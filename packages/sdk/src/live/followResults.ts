import {ContentError} from '../core.ts'
import {hearEvents, type Hearing} from './hearEvents.ts'
import {isRefusal} from './isRefusal.ts'
import type {EventsRequest, FollowEvents} from './liveEvent.ts'
import type {LiveStatus} from './liveOptions.ts'
import {retryDelayMs} from './retryDelayMs.ts'
import {trackStatus, type StatusTracker} from './trackStatus.ts'

/** A result with the tags of everything that it depends on. */
export interface TaggedResult<Result> {
  readonly result: Result
  /** None when the source gives none. */
  readonly syncTags: readonly string[]
}

/** What is followed, and how. */
export interface FollowOptions<Result> extends Omit<EventsRequest, 'signal' | 'tell'> {
  readonly events: FollowEvents
  readonly read: (lastEventId: string | null, signal: AbortSignal) => Promise<TaggedResult<Result>>
  /** The caller's. */
  readonly signal: AbortSignal | undefined
  readonly onStatus: ((status: LiveStatus) => void) | undefined
}

// The content is not as it should be, or is larger than the caller wants: reading it again gives the same.
const FOR_GOOD: ReadonlySet<string> = new Set(['aborted', 'invalid-result', 'too-large'])

/** Results as they come. */
export type ResultIterator<Result> = Required<Pick<AsyncIterator<Result, undefined>, 'next' | 'return'>>

/**
 * Gives a result at once, and again whenever something that it depends on may have changed: on each (re)connection,
 * because something may have been missed; on each event that shares a tag with the result, or on any when it has no
 * tags; and now and then while there is no connection. A result that is equal to the one before is not given.
 */
export function followResults<Result>(options: FollowOptions<Result>): ResultIterator<Result> {
  const ends = new AbortController()
  const results = generate(options, ends)
  return {
    next: () => results.next(),
    return() {
      // A generator hears of its end only when what it waits for is over.
      ends.abort()
      return results.return(undefined)
    },
  }
}

async function* generate<Result>(
  {read, onStatus, signal: callerSignal, ...request}: FollowOptions<Result>,
  ends: AbortController,
): AsyncGenerator<Result, undefined> {
  const {signal} = ends
  const stop = () => ends.abort()
  callerSignal?.addEventListener('abort', stop)
  if (callerSignal?.aborted) stop()
  try {
    if (signal.aborted) return
    const status = trackStatus(onStatus)
    const hearing = hearEvents({...request, signal, status})
    let [answer] = await Promise.all([read(null, signal), hearing.begun])
    let shown: string | null = null
    for (;;) {
      const text = JSON.stringify(answer.result)
      // A connection that was lost and found again has usually missed nothing.
      if (text !== shown) yield answer.result
      shown = text
      await hearing.untilConcerned(new Set(answer.syncTags))
      if (signal.aborted) return
      answer = await readAgain((eventId) => read(eventId, signal), hearing, status, request.random)
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    callerSignal?.removeEventListener('abort', stop)
    stop()
  }
}

/** Reads until it succeeds or cannot. */
async function readAgain<Answer>(
  read: (eventId: string | null) => Promise<Answer>,
  hearing: Hearing,
  status: StatusTracker,
  random: () => number,
): Promise<Answer> {
  let eventId: string | null = null
  for (let failures = 0; ; failures += 1) {
    eventId = hearing.takeEventId() ?? eventId
    try {
      const answer = await read(eventId)
      status.read()
      return answer
    } catch (error) {
      if (!(error instanceof ContentError) || isRefusal(error) || FOR_GOOD.has(error.code)) throw error
      status.readFailed(error)
      await hearing.pause(retryDelayMs(error, failures, random))
    }
  }
}
