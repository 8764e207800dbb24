import type {Content} from '@spine-center/sdk'

const LONGEST_S = 3600

/** Answers with a feed that caches keep until the clock changes it, and an hour at most. */
export async function feedResponse(content: Content, host: string, now: Date): Promise<Response> {
  const feed = await content.feed('article-end', {host, at: now})
  if (!feed) return new Response('No such feed', {status: 404})
  const untilMs = feed.nextChangeAt ? Date.parse(feed.nextChangeAt) - now.getTime() : Infinity
  const maxAgeS = Math.max(0, Math.min(LONGEST_S, Math.floor(untilMs / 1000)))
  const items = feed.items.map(({article, why}) => ({title: article.title, slug: article.slug, why}))
  return Response.json(items, {headers: {'cache-control': `public, max-age=${maxAgeS}`}})
}
