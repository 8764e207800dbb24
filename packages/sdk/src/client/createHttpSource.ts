import {ContentError, lostAnswer, readError, systemClock} from '../core.ts'
import type {createHttpEvents} from '../live/createHttpEvents.ts'
import type {Clock} from './clock.ts'
import type {TransportOptions} from './contentOptions.ts'
import type {ContentSource, SourceRequest, SourceResponse} from './contentSource.ts'
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
interface Transport extends Pick<TransportOptions, 'token' | 'cache'> {
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

async function attempt(options: Transport, request: SourceRequest): Promise<SourceResponse> {
  const {token, cache, maxBytes} = options
  const {queryName} = request
  try {
    const {url, method, body} = queryRequest(options.endpoint, request)
    // An answer is the same whatever event asked for it.
    const key = url.replace(/&lastLiveEventId=.*/, '')
    const known = cache?.get(key)
    const {fetchOptions, signal} = request
    const headers = Object.fromEntries(new Headers(fetchOptions.headers))
    headers['accept'] = 'application/json'
    if (body !== null) headers['content-type'] = 'application/json'
    if (token) headers['authorization'] = `Bearer ${token}`
    // RFC 9110: 304 says that the answer with this tag is still the right one.
    if (known) headers['if-none-match'] = known.etag
    const response = await options.fetch(url, {...fetchOptions, method, headers, body, signal})
    if (known && response.status === 304)
      return {...parseQueryResponse(known.body, queryName), etag: known.etag}
    if (!response.ok) throw await failureOf(response, options, queryName)
    const text = await readBody(response, maxBytes, queryName)
    const answer = parseQueryResponse(text, queryName, response.headers.get('content-type') ?? '')
    const etag = response.headers.get('etag')
    if (etag && method === 'GET') cache?.set(key, {etag, body: text})
    return {...answer, etag}
  } catch (error) {
    if (error instanceof ContentError) throw error
    throw await lostAnswer(error, queryName, token ? [token] : [])
  }
}

async function failureOf(
  response: Response,
  {token, clock}: Transport,
  queryName: string,
): Promise<ContentError> {
  const {status, headers} = response
  // The status already tells what went wrong; a broken explanation adds nothing.
  const body = await readBody(response, MAX_ERROR_BYTES, queryName).catch(() => '')
  const retryAfter = headers.get('retry-after')
  return import('./explainFailure.ts').then(
    ({explainFailure}) => explainFailure({status, body, retryAfter, queryName, token, now: clock.now()}),
    // A page that went off line cannot load the explanation; the status is known all the same.
    () => {
      const code = status === 401 || status === 403 ? 'unauthorized' : 'http'
      return readError(code, queryName, `failed with status ${status}.`, {status})
    },
  )
}
