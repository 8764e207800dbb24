import type {ClientLike} from '../client/clientLike.ts'
import {httpError} from '../client/httpError.ts'
import {redactCause} from '../errors/redact.ts'
import {ContentError, isRecord, readError} from '../core.ts'
import {keepConnected} from './keepConnected.ts'
import type {EventsRequest, LiveEvent} from './liveEvent.ts'
import {openClientEvents, type ObservableLike} from './openClientEvents.ts'
import {toLiveEvent} from './toLiveEvent.ts'
import {watchSilence, type SilenceWatch} from './watchSilence.ts'

// The client mends its connection by itself; one that it does not mend in this time is begun anew.
const MENDS_WITHIN_MS = 60_000

/**
 * Follows live events through `@sanity/client` until the signal fires or the source refuses the stream with a 4xx;
 * begins anew what the client gives up.
 *
 * @throws TypeError when the client has no live events
 */
export function createClientEvents(
  client: ClientLike,
  secrets: readonly string[],
  request: EventsRequest,
): void {
  const open = () => openClientEvents(client, request.includeDrafts, secrets)
  open()
  void keepConnected(async () => {
    const watch = watchSilence(request)
    try {
      watch.expectWithin(request.timeoutMs)
      await subscribe(open(), watch, secrets, request.tell)
    } catch (error) {
      throw explain(error, secrets)
    } finally {
      watch.stop()
    }
  }, request)
}

/** Tells of events until the observable or the watch ends. */
function subscribe(
  events: ObservableLike,
  watch: SilenceWatch,
  secrets: readonly string[],
  tell: EventsRequest['tell'],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const subscription = events.subscribe({
      next(event) {
        try {
          const live = readEvent(event, secrets)
          if (!live) return
          watch.expectWithin(live.type === 'lost' ? MENDS_WITHIN_MS : Number.POSITIVE_INFINITY)
          tell(live)
        } catch (error) {
          reject(error)
        }
      },
      error: reject,
      complete: resolve,
    })
    const end = () => {
      subscription.unsubscribe()
      reject(watch.signal.reason)
    }
    // The watch is stopped, whatever ends this.
    if (watch.signal.aborted) end()
    else watch.signal.addEventListener('abort', end)
  })
}

function readEvent(event: unknown, secrets: readonly string[]): LiveEvent | null {
  if (!isRecord(event) || typeof event['type'] !== 'string') return null
  const {type, id} = event
  if (type === 'reconnect') {
    return {
      type: 'lost',
      error: readError('network', 'live events', 'was cut off; the client connects again.'),
    }
  }
  // The client puts tags on the event, and leaves the rest in its data.
  const data = isRecord(event['data']) ? {...event['data'], ...event} : event
  return toLiveEvent(type, data, typeof id === 'string' ? id : null, secrets)
}

function explain(error: unknown, secrets: readonly string[]): ContentError {
  if (error instanceof ContentError) return error
  const cause = redactCause(error, secrets)
  const status = isRecord(error) ? error['status'] : null
  if (typeof status !== 'number') {
    return readError('network', 'live events', `was lost: ${cause.message}`, {cause})
  }
  return httpError({
    status,
    body: JSON.stringify({message: cause.message}),
    retryAfterMs: null,
    queryName: 'live events',
    hasToken: secrets.length > 0,
    cause,
  })
}
