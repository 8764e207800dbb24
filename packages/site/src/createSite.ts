import {Hono} from 'hono'
import {securityHeaders} from './http/securityHeaders.ts'
import type {PreviewOptions} from './preview/PreviewOptions.ts'
import {addPreviewRoutes, perspectiveOf} from './preview/previewRoutes.ts'
import {PreviewSessions, type PreviewPerspective} from './preview/PreviewSessions.ts'
import {addArticleRoutes} from './routes/articleRoutes.ts'
import {addErrorRoutes} from './routes/errorRoutes.ts'
import {addExerciseRoutes} from './routes/exerciseRoutes.ts'
import {addGeneralRoutes} from './routes/generalRoutes.ts'
import {addScreeningRoutes} from './routes/screeningRoutes.ts'
import {createSiteServices} from './routes/site.ts'
import type {SiteOptions} from './siteContext.ts'

/**
 * The clinic's site as a function from request to response: pages made on the server from what the SDK reads,
 * without a script in the browser. With `preview`, editors see drafts that the Studio has opened for them.
 *
 * @throws TypeError when `studioUrl` is no address
 *
 * @example
 * ```ts
 * const site = createSite({content: createContent({url: 'http://localhost:3900', dataset: 'production'})})
 * const response = await site.request('/articles')
 * ```
 */
export function createSite(options: SiteOptions): Hono {
  const pages = createPages(options)
  return options.preview ? withPreviews(pages, options, options.preview) : pages
}

/** Editors who opened a preview get pages of their own; what visitors get knows nothing of them. */
function withPreviews(pages: Hono, options: SiteOptions, preview: PreviewOptions): Hono {
  const app = new Hono()
  const sessions = new PreviewSessions(options.now ?? (() => new Date()))
  const previews = new Map<string, Hono>()
  const previewOf = (perspective: PreviewPerspective): Hono => {
    const key = JSON.stringify(perspective)
    const known =
      previews.get(key) ?? createPages({...options, content: preview.contentOf(perspective), isPreview: true})
    previews.set(key, known)
    return known
  }
  addPreviewRoutes(app, preview, sessions)
  app.all('*', (context) => {
    const perspective = perspectiveOf(context, sessions)
    return (perspective ? previewOf(perspective) : pages).fetch(context.req.raw)
  })
  return app
}

function createPages(options: SiteOptions): Hono {
  const app = new Hono()
  const site = createSiteServices(options)
  app.use(securityHeaders(options))
  addGeneralRoutes(app, site)
  addArticleRoutes(app, site)
  addExerciseRoutes(app, site)
  addScreeningRoutes(app, site)
  addErrorRoutes(app, site)
  return app
}
