import {isOriginAllowed} from './originPolicy.ts'
import type {OriginPolicy} from './originPolicy.ts'

const EXPOSED = 'Content-Length, Content-Type, ETag, X-Sanity-Shard, Retry-After, Location'
const PREFLIGHT_SECONDS = '7200'

/**
 * The headers that let a page read an answer, or none when its origin is not allowed.
 * @param hasTicket - the address carries a valid ticket: then the origin is lost on the way of a redirect and is "null"
 */
export function corsHeaders(
  request: Request,
  {pathname}: URL,
  policy: OriginPolicy,
  hasTicket: boolean,
): Record<string, string> {
  const origin = request.headers.get('origin')
  if (origin === null) return {}
  const isAllowed = origin === 'null' ? hasTicket : isOriginAllowed(origin, policy)
  // A page that is not allowed may learn so: the Studio shows how to allow it.
  const mayLearn = /^\/v[^/]+\/check\/cors$/.test(pathname)
  if (!isAllowed) return {vary: 'Origin', ...(mayLearn ? {'access-control-allow-origin': origin} : {})}
  const shared = {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  }
  if (request.method !== 'OPTIONS') return {...shared, 'access-control-expose-headers': EXPOSED}
  return {
    ...shared,
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers':
      request.headers.get('access-control-request-headers') ?? 'authorization, content-type',
    'access-control-max-age': PREFLIGHT_SECONDS,
  }
}
