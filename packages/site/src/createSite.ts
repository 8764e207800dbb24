import {Hono} from 'hono'
import {securityHeaders} from './http/securityHeaders.ts'
import {addArticleRoutes} from './routes/articleRoutes.ts'
import {addErrorRoutes} from './routes/errorRoutes.ts'
import {addExerciseRoutes} from './routes/exerciseRoutes.ts'
import {addGeneralRoutes} from './routes/generalRoutes.ts'
import {addScreeningRoutes} from './routes/screeningRoutes.ts'
import {createSiteServices} from './routes/site.ts'
import type {SiteOptions} from './siteContext.ts'

/**
 * The clinic's site as a function from request to response: pages made on the server from what the SDK reads,
 * without a script in the browser.
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
  const app = new Hono()
  const site = createSiteServices(options)
  app.use(securityHeaders(options.studioUrl))
  addGeneralRoutes(app, site)
  addArticleRoutes(app, site)
  addExerciseRoutes(app, site)
  addScreeningRoutes(app, site)
  addErrorRoutes(app, site)
  return app
}
