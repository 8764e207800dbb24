import {ContentError} from '../errors/ContentError.ts'
import {redact, redactCause} from '../errors/redact.ts'
import type {ContentSource, SourceRequest, SourceResponse} from './contentSource.ts'
import {httpError} from './httpError.ts'
import {parseQueryResponse} from './parseQueryResponse.ts'
import {queryRequest} from './queryRequest.ts'
import {readBody} from './readBody.ts'
import {parseRetryAfter, retry, type RetryOptions} from './retry.ts'

/** The part of `fetch` that the SDK needs. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

/** Where the query endpoint is, and how to read from it. */
export interface HttpSourceOptions extends RetryOptions {
  /** Full address of the query endpoint, without a query string. */
  readonly endpoint: string
  readonly token: string | undefined
  readonly fetch: FetchLike
  readonly maxBytes: number
}

// An error page is read only for its first words.
const MAX_ERROR_BYTES = 65_536

/** Reads from Sanity's query endpoint, hosted or embedded, over `fetch` alone. */
export function createHttpSource(options: HttpSourceOptions): ContentSource {
  return {fetch: (request) => retry(() => attempt(options, request), request, options)}
}

async function attempt(options: HttpSourceOptions, request: SourceRequest): Promise<SourceResponse> {
  const {queryName} = request
  const secrets = options.token ? [options.token] : []
  try {
    const response = await send(options, request)
    if (response.ok) {
      const text = await readBody(response, options.maxBytes, queryName)
      return parseQueryResponse(text, response.headers.get('content-type') ?? '', queryName)
    }
    throw httpError({
      status: response.status,
      body: redact(await readErrorBody(response, queryName), secrets),
      retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), options.clock.now()),
      queryName,
      hasToken: options.token !== undefined,
    })
  } catch (error) {
    if (error instanceof ContentError) throw error
    const cause = redactCause(error, secrets)
    throw new ContentError('network', `Reading ${queryName} got no whole answer: ${cause.message}`, {
      queryName,
      cause,
    })
  }
}

function send({endpoint, token, fetch}: HttpSourceOptions, request: SourceRequest): Promise<Response> {
  const {url, method, body} = queryRequest(endpoint, request)
  const headers: Record<string, string> = {accept: 'application/json'}
  if (body !== null) headers['content-type'] = 'application/json'
  if (token) headers['authorization'] = `Bearer ${token}`
  return fetch(url, {...request.fetchOptions, method, headers, body, signal: request.signal})
}

async function readErrorBody(response: Response, queryName: string): Promise<string> {
  try {
    return await readBody(response, MAX_ERROR_BYTES, queryName)
  } catch {
    // The status already tells what went wrong; a broken explanation adds nothing.
    return ''
  }
}
