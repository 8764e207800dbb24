import type {ClientLike} from '../client/clientLike.ts'
import {redactCause} from '../errors/redact.ts'

/** The part of an RxJS observable that following events needs. */
export interface ObservableLike {
  subscribe(observer: {next(value: unknown): void; error(error: unknown): void; complete(): void}): {
    unsubscribe(): void
  }
}

/**
 * Asks a client for its live events.
 *
 * @throws TypeError when it has none, or cannot give these
 */
export function openClientEvents(
  client: ClientLike,
  includeDrafts: boolean,
  secrets: readonly string[],
): ObservableLike {
  const live: unknown = 'live' in client ? client.live : null
  const events = hasEvents(live) ? askForEvents(live, includeDrafts, secrets) : null
  if (isObservable(events)) return events
  throw new TypeError('This client has no live events. Give @sanity/client, or read by url or projectId.')
}

/** The part of `@sanity/client` that tells of changes. */
interface EventsClient {
  events(options: {includeDrafts: boolean}): unknown
}

function askForEvents(live: EventsClient, includeDrafts: boolean, secrets: readonly string[]): unknown {
  try {
    return live.events({includeDrafts})
  } catch (error) {
    // It has no token, or is too old.
    const cause = redactCause(error, secrets)
    // oxlint-disable-next-line preserve-caught-error -- the cause is a copy without secrets
    throw new TypeError(cause.message, {cause})
  }
}

function hasEvents(value: unknown): value is EventsClient {
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
