import type {MiddlewareHandler} from 'hono'
import type {SiteOptions} from '../siteContext.ts'

/**
 * Headers for every answer: the page may load its own style sheet and pictures and nothing else, runs no
 * script, and may be framed by the Studio alone. An editor's preview also runs the overlays, which bring styles.
 */
export function securityHeaders({
  studioUrl,
  isPreview = false,
}: Pick<SiteOptions, 'studioUrl' | 'isPreview'>): MiddlewareHandler {
  const ancestors = studioUrl ? `'self' ${new URL(studioUrl).origin}` : "'none'"
  const policy = [
    "default-src 'none'",
    isPreview ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    isPreview ? "img-src 'self' data:" : "img-src 'self'",
    ...(isPreview ? ["script-src 'self'", "connect-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ')
  return async (context, next) => {
    await next()
    const {headers} = context.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin')
    headers.set('x-content-type-options', 'nosniff')
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()')
    headers.set('cross-origin-opener-policy', 'same-origin')
    if (!studioUrl) headers.set('x-frame-options', 'DENY')
  }
}
