import type {FetchLike} from '../client/createHttpSource.ts'
import {parseRetryAfter} from '../client/explainFailure.ts'
import {httpError} from '../client/httpError.ts'
import {redact, redactCause} from '../errors/redact.ts'
import {ContentError, lostAnswer, readError} from '../core.ts'
import {chunksOf} from './chunksOf.ts'
import {keepConnected} from './keepConnected.ts'
import type {EventsRequest} from './liveEvent.ts'
import {parseEventStream} from './parseEventStream.ts'
import {shareEvents} from './shareEvents.ts'
import {toLiveEvent} from './toLiveEvent.ts'
import {watchSilence} from './watchSilence.ts'

/** Where live events are, and how to read them. */
export interface HttpEventsOptions {
  /** Full address of the live endpoint, without a query string. */
  readonly endpoint: string
  readonly token?: string | undefined
  readonly fetch: FetchLike
  /** How much of one event is kept. */
  readonly maxBytes: number
  /** Milliseconds of silence after which a connection counts as lost. */
  readonly idleTimeoutMs?: number | undefined
}

// Servers send a comment now and then to show that they are there: the embedded lake every 15 s.
const DEFAULT_IDLE_TIMEOUT_MS = 60_000

/**
 * Follows Sanity's live events over one connection for all who ask, until their signals fire or the source refuses the
 * stream with a 4xx; connects again whenever the stream ends, breaks, falls silent or is no event stream.
 */
export function createHttpEvents(options: HttpEventsOptions): (request: EventsRequest) => void {
  return shareEvents((request) => void keepConnected(() => connect(options, request), request))
}

async function connect(options: HttpEventsOptions, request: EventsRequest): Promise<void> {
  const {maxBytes, idleTimeoutMs = DEFAULT_IDLE_TIMEOUT_MS} = options
  const secrets = secretsOf(options)
  const watch = watchSilence(request)
  try {
    watch.expectWithin(request.timeoutMs)
    const body = await openStream(options, request, watch.signal)
    // Before its first event a stream is not open, however many comments it sends.
    let isOpen = false
    const chunks = chunksOf(body, watch.signal, () => isOpen && watch.expectWithin(idleTimeoutMs))
    for await (const {event, data, id} of parseEventStream(chunks, maxBytes)) {
      const live = toLiveEvent(event, parseJson(data, secrets), id, secrets)
      if (!live) continue
      isOpen = true
      request.tell(live)
    }
    watch.signal.throwIfAborted()
  } catch (error) {
    const failure: unknown = watch.signal.aborted ? watch.signal.reason : error
    if (failure instanceof ContentError) throw failure
    throw await lostAnswer(failure, 'live events', secrets)
  } finally {
    watch.stop()
  }
}

async function openStream(
  options: HttpEventsOptions,
  {includeDrafts, clock}: EventsRequest,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const {endpoint, token, fetch} = options
  const headers: Record<string, string> = {accept: 'text/event-stream'}
  if (token) headers['authorization'] = `Bearer ${token}`
  const url = includeDrafts ? `${endpoint}?includeDrafts=true` : endpoint
  const response = await untilAborted(fetch(url, {headers, signal, cache: 'no-store'}), signal)
  const {body, ok, status} = response
  const type = body ? (response.headers.get('content-type') ?? 'nothing') : 'no body to read bit by bit'
  if (ok && body && /^text\/event-stream\b/i.test(type)) return body
  await body?.cancel()
  const given = redact(type, secretsOf(options))
  if (ok) throw readError('not-json', 'live events', `got ${given}, not an event stream.`, {status})
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), clock.now())
  throw httpError({status, body: '', retryAfterMs, queryName: 'live events', hasToken: token !== undefined})
}

// Settles even when `fetch` ignores the signal.
function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {once: true})
    work.then(resolve, reject)
  })
}

function secretsOf({token}: HttpEventsOptions): readonly string[] {
  return token ? [token] : []
}

function parseJson(text: string, secrets: readonly string[]): unknown {
  try {
    return JSON.parse(text || 'null')
  } catch (error) {
    const cause = redactCause(error, secrets)
    throw readError('not-json', 'live events', 'got an event that is no JSON; connecting again.', {cause})
  }
}
