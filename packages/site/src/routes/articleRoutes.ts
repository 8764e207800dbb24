import type {Hono} from 'hono'
import {articleListPage} from '../articles/articleListPage.ts'
import {articlePage} from '../articles/articlePage.ts'
import {formatDate} from '../format/formatDate.ts'
import {bodyRegionWords} from '../format/words.ts'
import {parseClinicTime} from '../format/parseClinicTime.ts'
import {messagePage} from '../layout/messagePage.ts'
import {chosenFrom, unknownFilterPage} from './chosenFrom.ts'
import {pageUrl, type Site} from './site.ts'

const PAGE_SIZE = 24

/** Articles: the list and each one. */
export function addArticleRoutes(app: Hono, site: Site): void {
  const {content} = site

  app.get('/articles', async (context) => {
    const bodyRegion = chosenFrom(bodyRegionWords, context.req.query('region'))
    if (bodyRegion === null) {
      return site.send(context, unknownFilterPage(), await site.readChrome(), 400)
    }
    const query = {
      topic: context.req.query('topic') ?? '',
      region: bodyRegion ?? '',
      text: (context.req.query('text') ?? '').trim().slice(0, 80),
    }
    const [chrome, page, topics] = await Promise.all([
      site.readChrome(),
      content.articles({
        limit: PAGE_SIZE,
        topic: query.topic || undefined,
        bodyRegion,
        text: query.text === '' ? undefined : `${query.text}*`,
        cursor: context.req.query('cursor') || undefined,
      }),
      content.topics(),
    ])
    site.report([...page.problems, ...topics.problems])
    if (query.topic !== '' && !topics.items.some(({slug}) => slug === query.topic)) {
      return site.send(context, unknownFilterPage(), chrome, 400)
    }
    const model = {articles: page.items, topics: topics.items, query, nextCursor: page.nextCursor}
    return site.send(context, articleListPage(model, chrome), chrome)
  })

  app.get('/articles/:slug', async (context) => {
    const slug = context.req.param('slug')
    const [chrome, article] = await Promise.all([site.readChrome(), content.article(slug)])
    if (!article) {
      const page = messagePage('This article does not exist', 'It may have been moved or taken down.')
      return site.send(context, page, chrome, 404)
    }
    const asked = context.req.query('at')
    const previewAt = parseClinicTime(asked, chrome.timeZone)
    if (asked !== undefined && !previewAt) {
      const page = messagePage('There is no such time', 'Write it like this: ?at=2026-12-01T09:00')
      return site.send(context, page, chrome, 400)
    }
    const now = site.now()
    const feedKey = article.relatedFeed ?? chrome.relatedFeed
    const related = feedKey ? await content.feed(feedKey, {host: slug, at: previewAt ?? now}) : null
    if (related) site.report(related.read.problems)
    const previewNote =
      previewAt &&
      `Preview: related articles as at ${formatDate(previewAt, {...chrome, style: 'dateTime'})} (${chrome.timeZone}). Everything else is as it is now.`
    return site.send(
      context,
      articlePage({article, related, now, previewNote, url: pageUrl(context)}, chrome),
      chrome,
    )
  })
}
