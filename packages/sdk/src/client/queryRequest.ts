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
  const event = lastLiveEventId === null ? '' : `&lastLiveEventId=${encode(lastLiveEventId)}`
  // Of releases, topmost first: their names with commas.
  const common = `perspective=${encode(String(perspective))}&returnQuery=false${event}`
  const named = Object.entries(params).map(
    ([name, value]) => `&${encode(`$${name}`)}=${encode(JSON.stringify(value))}`,
  )
  const url = `${endpoint}?query=${encode(query)}${named.join('')}&${common}`
  if (url.length <= MAX_URL_BYTES) return {url, method: 'GET', body: null}
  return {url: `${endpoint}?${common}`, method: 'POST', body: JSON.stringify({query, params})}
}

// Not by `URLSearchParams`: for a long query it takes Node milliseconds when it is first used. As there, half a
// character, which no address can hold, is the replacement character.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
