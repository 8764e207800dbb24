import {createContent} from '@spine-center/sdk'

/** What stands below an article at an instant, why each is there, and how long a cache may keep it. */
export async function relatedArticles(url: string, slug: string, at: string): Promise<readonly string[]> {
  const content = createContent({url, dataset: 'production'})
  const feed = await content.feed('article-end', {
    host: slug,
    at,
    urlOf: (article) => `/articles/${article.slug}`,
  })
  if (!feed) return []
  const lines = feed.items.map((item) => `${item.article.title} (${item.why}) ${item.url}`)
  return [...lines, `until ${feed.nextChangeAt ?? 'something is published'}`]
}
