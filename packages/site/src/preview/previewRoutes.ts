import type {Context, Hono} from 'hono'
import {deleteCookie, getCookie, setCookie} from 'hono/cookie'
import {bundleOverlays} from './bundleOverlays.ts'
import {OVERLAYS} from './overlayAddresses.ts'
import {ownPath} from './ownPath.ts'
import {parsePerspective, type PreviewPerspective, type PreviewSessions} from './PreviewSessions.ts'
import type {PreviewOptions} from './PreviewOptions.ts'

const COOKIE = 'preview'
const MAX_BODY = 1000

/** What the request's session shows; undefined for visitors. */
export function perspectiveOf(context: Context, sessions: PreviewSessions): PreviewPerspective | undefined {
  return sessions.find(getCookie(context, COOKIE))
}

/** Begins and ends a preview, and serves its script to nobody else. */
export function addPreviewRoutes(app: Hono, preview: PreviewOptions, sessions: PreviewSessions): void {
  app.get('/preview/enable', async (context) => {
    const checked = await preview.checkSecret(context.req.url)
    if (!checked) {
      return context.text('This preview is not, or no longer, allowed: open it from the Studio again.', 401)
    }
    // One browser has one session: what it had before is of no more use.
    sessions.close(getCookie(context, COOKIE))
    setCookie(context, COOKIE, sessions.open(parsePerspective(checked.perspective ?? 'drafts')), {
      path: '/',
      httpOnly: true,
      // Over HTTPS the Studio may stand on another site; this machine is one site, whatever the port.
      ...(new URL(context.req.url).protocol === 'https:'
        ? {sameSite: 'None', secure: true, partitioned: true}
        : {sameSite: 'Lax'}),
    })
    context.header('cache-control', 'no-store')
    return context.redirect(ownPath(checked.redirectTo), 307)
  })

  app.get('/preview/disable', (context) => {
    sessions.close(getCookie(context, COOKIE))
    deleteCookie(context, COOKIE, {path: '/'})
    context.header('cache-control', 'no-store')
    return context.redirect('/', 307)
  })

  app.post('/preview/perspective', async (context) => {
    const id = getCookie(context, COOKIE)
    if (id === undefined || sessions.find(id) === undefined) return context.notFound()
    sessions.change(id, parsePerspective((await context.req.text()).slice(0, MAX_BODY)))
    return context.body(null, 204, {'cache-control': 'no-store'})
  })

  for (const [name, type] of [
    ['script', 'text/javascript'],
    ['style', 'text/css'],
  ] as const) {
    app.get(OVERLAYS[name], async (context) => {
      if (!perspectiveOf(context, sessions)) return context.notFound()
      const headers = {'content-type': `${type}; charset=utf-8`, 'cache-control': 'private, no-cache'}
      return context.body((await bundleOverlays())[name], 200, headers)
    })
  }
}
