import type {SourceRequest} from './contentSource.ts'

// Above this, proxies and the hosted API start to refuse a URL; Sanity documents 11 kB.
const MAX_URL_BYTES = 11_000

/** What goes over the wire for one read. The token is not part of it: it travels in a header alone. */
export interface QueryRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly body: string | null
}

/** What of a read travels in its address or body. */
export type QueryParts = Pick<SourceRequest, 'query' | 'params' | 'perspective' | 'lastLiveEventId'>

/**
 * Builds the request of the query endpoint (Sanity docs, HTTP query): GET with `$name` parameters as JSON,
 * POST with `{query, params}` when the address would be too long.
 */
export function queryRequest(
  endpoint: string,
  {query, params, perspective, lastLiveEventId}: QueryParts,
): QueryRequest {
  const common = new URLSearchParams({
    // Of releases, topmost first: their names with commas.
    perspective: String(perspective),
    returnQuery: 'false',
  })
  if (lastLiveEventId !== null) common.set('lastLiveEventId', lastLiveEventId)
  const search = new URLSearchParams({query})
  for (const [name, value] of Object.entries(params)) search.set(`$${name}`, JSON.stringify(value))
  const url = `${endpoint}?${search.toString()}&${common.toString()}`
  if (url.length <= MAX_URL_BYTES) return {url, method: 'GET', body: null}
  return {url: `${endpoint}?${common.toString()}`, method: 'POST', body: JSON.stringify({query, params})}
}
