import type {ClientLike} from '../client/clientLike.ts'
import {ContentError} from '../core.ts'
import {redactCause} from '../errors/redact.ts'
import {isRecord} from '../core.ts'
import type {LiveEvent} from './liveEvent.ts'
import {toLiveEvent} from './toLiveEvent.ts'

/** The part of an RxJS observable that following events needs. */
interface ObservableLike {
  subscribe(observer: {next(value: unknown): void; error(error: unknown): void; complete(): void}): {
    unsubscribe(): void
  }
}

/**
 * Follows live events through `@sanity/client`, which connects again by itself.
 *
 * @throws TypeError when the client has no live events
 * @throws ContentError `network` when the client gives up
 */
export async function* createClientEvents(
  client: ClientLike,
  includeDrafts: boolean,
  signal: AbortSignal,
  secrets: readonly string[],
): AsyncGenerator<LiveEvent> {
  const live: unknown = 'live' in client ? client.live : null
  const observable: unknown = isEventsClient(live) ? live.events({includeDrafts}) : null
  if (!isObservable(observable)) {
    throw new TypeError('This client has no live events. Give @sanity/client, or read by url or projectId.')
  }
  try {
    yield* iterate(observable, signal)
  } catch (error) {
    const cause = redactCause(error, secrets)
    throw new ContentError('network', `Live events ended: ${cause.message}`, {cause})
  }
}

function isEventsClient(value: unknown): value is {events(options: unknown): unknown} {
  return (
    typeof value === 'object' && value !== null && 'events' in value && typeof value.events === 'function'
  )
}

function isObservable(value: unknown): value is ObservableLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    'subscribe' in value &&
    typeof value.subscribe === 'function'
  )
}

async function* iterate(observable: ObservableLike, signal: AbortSignal): AsyncGenerator<LiveEvent> {
  const queue: unknown[] = []
  const failures: unknown[] = []
  let isDone = signal.aborted
  let wake: (() => void) | null = null
  const end = () => {
    isDone = true
    wake?.()
  }
  signal.addEventListener('abort', end, {once: true})
  const subscription = observable.subscribe({
    next: (event) => {
      queue.push(event)
      wake?.()
    },
    error: (error) => {
      failures.push(error)
      end()
    },
    complete: end,
  })
  try {
    for (;;) {
      while (queue.length > 0) {
        const event = readEvent(queue.shift())
        if (event) yield event
      }
      if (failures.length > 0) throw failures[0]
      if (isDone) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    signal.removeEventListener('abort', end)
    subscription.unsubscribe()
  }
}

function readEvent(event: unknown): LiveEvent | null {
  if (!isRecord(event) || typeof event['type'] !== 'string') return null
  return toLiveEvent(event['type'], event, typeof event['id'] === 'string' ? event['id'] : null)
}
