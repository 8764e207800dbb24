import {ContentError, lostAnswer, readError, systemClock} from '../core.ts'
import type {createHttpEvents} from '../live/createHttpEvents.ts'
import type {ContentErrorCode} from '../errors/ContentError.ts'
import type {Clock} from './clock.ts'
import type {TransportOptions} from './contentOptions.ts'
import type {ContentSource, SourceRequest, SourceResponse} from './contentSource.ts'
import type {FailedRead} from './explainFailure.ts'
import {parseQueryResponse} from './parseQueryResponse.ts'
import {queryRequest} from './queryRequest.ts'
import {readBody} from './readBody.ts'
import {retry} from './retry.ts'

/** The part of `fetch` that the SDK needs. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

/** Full addresses of Sanity's endpoints, without a query string. */
export interface Endpoints {
  readonly query: string
  readonly live: string
}

/** What one attempt needs. */
export interface Transport extends Pick<TransportOptions, 'token' | 'cache'> {
  readonly endpoint: string
  readonly fetch: FetchLike
  readonly maxBytes: number
  readonly clock: Clock
}

const DEFAULT_RETRIES = 3
const DEFAULT_MAX_BYTES = 16 * 1024 * 1024
// An error page is read only for its first words.
const MAX_ERROR_BYTES = 65_536

/** Reads from Sanity's endpoints, hosted or embedded, over `fetch` alone. */
export function createHttpSource(options: TransportOptions, endpoints: Endpoints): ContentSource {
  const {clock = systemClock, maxBytes = DEFAULT_MAX_BYTES} = options
  const {retries = DEFAULT_RETRIES, random = Math.random} = options
  // Called through an arrow: browsers refuse a `fetch` that is detached from its window.
  const fetch: FetchLike = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const endpoint = endpoints.query
  const transport = {...options, endpoint, fetch, clock, maxBytes}
  let follow: ReturnType<typeof createHttpEvents> | null = null
  return {
    fetch: (request) => retry(() => attempt(transport, request), request, {retries, clock, random}),
    async events(request) {
      const {createHttpEvents} = await import('../live/createHttpEvents.ts')
      follow ??= createHttpEvents({...transport, endpoint: endpoints.live})
      follow(request)
    },
  }
}

async function attempt(transport: Transport, request: SourceRequest): Promise<SourceResponse> {
  const {token, cache} = transport
  const {queryName, fetchOptions, signal} = request
  // What cannot be sent is a mistake of the caller, which trying again does not mend.
  const {url, method, body} = queryRequest(transport.endpoint, request)
  const headers = Object.fromEntries(new Headers(fetchOptions.headers))
  try {
    // An answer is the same whatever event asked for it.
    const key = url.replace(/&lastLiveEventId=.*/, '')
    const known = cache?.get(key)
    headers['accept'] = 'application/json'
    if (body !== null) headers['content-type'] = 'application/json'
    if (token) headers['authorization'] = `Bearer ${token}`
    if (known) headers['if-none-match'] = known.etag
    const response = await transport.fetch(url, {...fetchOptions, method, headers, body, signal})
    // RFC 9110: 304 says that the answer with this tag is still the right one.
    const kept = known && response.status === 304 && parseQueryResponse(known.body)
    if (kept) return {...kept, etag: known.etag}
    const isJson = /[/+]json\b/i.test(response.headers.get('content-type') ?? '')
    // A status of failure already tells what went wrong; a broken explanation adds nothing.
    const text = response.ok
      ? await readBody(response, transport.maxBytes)
      : await readBody(response, MAX_ERROR_BYTES).catch(() => null)
    const answer = response.ok && isJson && text !== null && parseQueryResponse(text)
    if (!answer) throw await failureOf({queryName, response, text, isJson}, transport)
    const etag = response.headers.get('etag')
    if (etag && method === 'GET') cache?.set(key, {etag, body: text})
    return {...answer, etag}
  } catch (error) {
    if (error instanceof ContentError) throw error
    throw await lostAnswer(error, queryName, token ? [token] : [])
  }
}

function failureOf(failed: FailedRead, transport: Transport): Promise<ContentError> {
  const {queryName, response, text} = failed
  const {status} = response
  return import('./explainFailure.ts').then(
    ({explainFailure}) => explainFailure(failed, transport),
    // A page that went off line cannot load the explanation; the kind is known all the same.
    () => readError(codeOf(response, text), queryName, `got status ${status} and no result.`, {status}),
  )
}

function codeOf({ok, status}: Response, text: string | null): ContentErrorCode {
  if (ok) return text === null ? 'too-large' : 'not-json'
  return status === 401 || status === 403 ? 'unauthorized' : 'http'
}
