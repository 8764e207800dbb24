import type {Hono} from 'hono'
import {helpPage} from '../help/helpPage.ts'
import {homePage} from '../home/homePage.ts'
import {servePublicFile} from '../http/publicFiles.ts'
import {serveMedia} from '../http/serveMedia.ts'
import type {Site} from './site.ts'

const NEWEST = 6

/** The home page, red flags, and what is not a page. */
export function addGeneralRoutes(app: Hono, site: Site): void {
  const {content} = site

  app.get('/', async (context) => {
    const [chrome, articles, topics] = await Promise.all([
      site.readChrome(),
      content.articles({limit: NEWEST}),
      content.topics(),
    ])
    site.report([...articles.problems, ...topics.problems])
    return site.send(context, homePage({articles: articles.items, topics: topics.items}, chrome), chrome)
  })

  app.get('/get-help', async (context) => {
    const [chrome, {items, problems}] = await Promise.all([site.readChrome(), content.carePathways()])
    site.report(problems)
    return site.send(context, helpPage(items, chrome), chrome)
  })

  app.get('/healthz', (context) => context.text('ok', 200, {'cache-control': 'no-store'}))
  app.get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /media/\n'))
  app.get('/site.css', (context) => servePublicFile(context, 'site.css'))
  app.get('/favicon.svg', (context) => servePublicFile(context, 'favicon.svg'))
  app.get('/favicon.ico', (context) => context.redirect('/favicon.svg', 308))
  app.get('/media/:file', (context) => serveMedia(context, site))
}
