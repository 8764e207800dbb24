import type {SourceRequest} from './contentSource.ts'

// Above this, proxies and the hosted API start to refuse a URL; Sanity documents 11 kB.
const MAX_URL_BYTES = 11_000
// As `URLSearchParams` has it: half a character, which no address can hold, is the replacement character.
const HALF_CHARACTER = /\p{Surrogate}/gu

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
  const common = searchOf({
    // Of releases, topmost first: their names with commas.
    perspective: String(perspective),
    returnQuery: 'false',
    ...(lastLiveEventId === null ? {} : {lastLiveEventId}),
  })
  const named = Object.entries(params).map(([name, value]) => [`$${name}`, JSON.stringify(value)])
  const url = `${endpoint}?${searchOf({query, ...Object.fromEntries(named)})}&${common}`
  if (url.length <= MAX_URL_BYTES) return {url, method: 'GET', body: null}
  return {url: `${endpoint}?${common}`, method: 'POST', body: JSON.stringify({query, params})}
}

// Not by `URLSearchParams`: for a long query it takes Node milliseconds when it is first used.
function searchOf(values: Readonly<Record<string, string>>): string {
  const parts = Object.entries(values).map(
    ([name, text]) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(text.replace(HALF_CHARACTER, '\uFFFD'))}`,
  )
  return parts.join('&')
}
