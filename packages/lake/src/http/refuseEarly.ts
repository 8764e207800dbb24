import {LakeError} from '../errors/LakeError.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {isHostAllowed, isOriginAllowed} from './originPolicy.ts'
import type {OriginPolicy} from './originPolicy.ts'

// Pages anywhere may show pictures, and anybody may ask whether a page is allowed.
const OPEN_TO_PAGES = /^\/(?:v[^/]+\/)?(?:(?:images|files)\/|check\/cors$)/

/**
 * Why a request goes no further than its first line and headers, if it does not.
 * @param hasTicket - the address carries a valid ticket: on the way of a redirect the origin became "null"
 */
export function refuseEarly(
  request: Request,
  url: URL,
  {policy, limits, hasTicket}: {policy: OriginPolicy; limits: LakeLimits; hasTicket: boolean},
): LakeError | undefined {
  if (!isHostAllowed(url.hostname, policy)) {
    return new LakeError(
      'forbidden',
      `The host name "${url.hostname}" is not served here: allow it with --allow-host.`,
    )
  }
  if (url.href.length - url.origin.length > limits.maxUrlLength)
    return limitError(limits, 'maxUrlLength', {what: 'The address is too long', code: 'addressTooLong'})
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity')
    return new LakeError(
      'unsupportedEncoding',
      `The body is "${encoding}": send it as it is, not compressed.`,
    )
  const origin = request.headers.get('origin')
  if (origin === null || OPEN_TO_PAGES.test(url.pathname)) return undefined
  if (origin === 'null' ? hasTicket : isOriginAllowed(origin, policy)) return undefined
  // A page that may not read answers may not make the lake work either.
  return new LakeError(
    'forbidden',
    `Pages of "${origin}" may not talk to this lake: allow it with --allow-origin.`,
  )
}
