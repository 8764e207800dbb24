import {ContentError} from '../errors/ContentError.ts'
import {networkError} from '../errors/redact.ts'
import type {ContentSource, SourceRequest, SourceResponse} from './contentSource.ts'
import type {ResponseCache} from './responseCache.ts'
import {parseQueryResponse} from './parseQueryResponse.ts'
import {queryRequest} from './queryRequest.ts'
import {readBody} from './readBody.ts'
import {statusError} from './statusError.ts'
import {retry, type RetryOptions} from './retry.ts'

/** The part of `fetch` that the SDK needs. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

/** Where the query endpoint is, and how to read from it. */
export interface HttpSourceOptions extends RetryOptions {
  /** Full address of the query endpoint, without a query string. */
  readonly endpoint: string
  readonly token: string | undefined
  readonly fetch: FetchLike
  readonly maxBytes: number
  readonly cache: ResponseCache | undefined
}

// An error page is read only for its first words.
const MAX_ERROR_BYTES = 65_536

/** Reads from Sanity's query endpoint, hosted or embedded, over `fetch` alone. */
export function createHttpSource(options: HttpSourceOptions): ContentSource {
  return {fetch: (request) => retry(() => attempt(options, request), request, options)}
}

async function attempt(options: HttpSourceOptions, request: SourceRequest): Promise<SourceResponse> {
  const {token, cache, maxBytes} = options
  const {queryName} = request
  try {
    const {url, method, body} = queryRequest(options.endpoint, request)
    const known = cache?.get(url)
    const headers: Record<string, string> = {accept: 'application/json'}
    if (body !== null) headers['content-type'] = 'application/json'
    if (token) headers['authorization'] = `Bearer ${token}`
    // RFC 9110: 304 says that the answer with this tag is still the right one.
    if (known) headers['if-none-match'] = known.etag
    const {fetchOptions, signal} = request
    const response = await options.fetch(url, {...fetchOptions, method, headers, body, signal})
    if (known && response.status === 304)
      return {...parseQueryResponse(known.body, queryName), etag: known.etag}
    if (!response.ok) throw await failureOf(response, options, queryName)
    const text = await readBody(response, maxBytes, queryName)
    const answer = parseQueryResponse(text, queryName, response.headers.get('content-type') ?? '')
    const etag = response.headers.get('etag')
    if (etag && method === 'GET') cache?.set(url, {etag, body: text})
    return {...answer, etag}
  } catch (error) {
    if (error instanceof ContentError) throw error
    throw networkError(error, queryName, token ? [token] : [])
  }
}

async function failureOf(
  response: Response,
  {token, clock}: HttpSourceOptions,
  queryName: string,
): Promise<ContentError> {
  const {status, headers} = response
  // The status already tells what went wrong; a broken explanation adds nothing.
  const body = await readBody(response, MAX_ERROR_BYTES, queryName).catch(() => '')
  return statusError(status, queryName, async () => {
    const {explainFailure} = await import('./explainFailure.ts')
    const retryAfter = headers.get('retry-after')
    return explainFailure({status, body, retryAfter, queryName, token, now: clock.now()})
  })
}
