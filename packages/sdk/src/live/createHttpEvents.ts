import type {Clock} from '../client/clock.ts'
import type {FetchLike} from '../client/createHttpSource.ts'
import {httpError} from '../client/httpError.ts'
import {redactCause} from '../errors/redact.ts'
import {ContentError} from '../core.ts'
import type {LiveEvent} from './liveEvent.ts'
import {parseEventStream} from './parseEventStream.ts'
import {toLiveEvent} from './toLiveEvent.ts'

/** Where live events are, and how to read them. */
export interface HttpEventsOptions {
  /** Full address of the live endpoint, without a query string. */
  readonly endpoint: string
  readonly token?: string | undefined
  readonly fetch: FetchLike
  readonly includeDrafts: boolean
  readonly clock: Clock
}

const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 30_000

/**
 * Follows Sanity's live events until the signal fires, connecting again whenever the stream ends or breaks.
 *
 * @throws ContentError when the source refuses the stream with a 4xx
 */
export async function* createHttpEvents(
  options: HttpEventsOptions,
  signal: AbortSignal,
): AsyncGenerator<LiveEvent> {
  const {clock} = options
  let delayMs = FIRST_DELAY_MS
  while (!signal.aborted) {
    try {
      for await (const event of connect(options, signal)) {
        delayMs = FIRST_DELAY_MS
        yield event
      }
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof ContentError && isRefusal(error)) throw error
    }
    try {
      await clock.wait(delayMs, signal)
    } catch {
      return
    }
    delayMs = Math.min(MAX_DELAY_MS, delayMs * 2)
  }
}

async function* connect(
  {endpoint, token, fetch, includeDrafts}: HttpEventsOptions,
  signal: AbortSignal,
): AsyncGenerator<LiveEvent> {
  const headers: Record<string, string> = {accept: 'text/event-stream'}
  if (token) headers['authorization'] = `Bearer ${token}`
  const response = await fetch(includeDrafts ? `${endpoint}?includeDrafts=true` : endpoint, {headers, signal})
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    throw httpError({
      status: response.status,
      body: '',
      retryAfterMs: null,
      queryName: 'live events',
      hasToken: token !== undefined,
    })
  }
  for await (const {event, data, id} of parseEventStream(response.body)) {
    const live = toLiveEvent(event, parseJson(data, token), id)
    if (live) yield live
  }
}

function isRefusal({status}: ContentError): boolean {
  return status !== null && status >= 400 && status < 500 && status !== 429
}

function parseJson(text: string, token: string | undefined): unknown {
  try {
    return JSON.parse(text || 'null')
  } catch (error) {
    const cause = redactCause(error, token ? [token] : [])
    throw new ContentError('not-json', 'A live event is no JSON; connecting again.', {cause})
  }
}
