import {createContent, type Article, type FetchLike} from '@spine-center/sdk'

/** In a server component: Next.js keeps the answer until `revalidateTag` names one of its tags. */
export async function nextArticle(url: string, slug: string, fetch?: FetchLike): Promise<Article | null> {
  const content = createContent({url, dataset: 'production', fetch})
  return content.article(slug, {
    fetchOptions: {next: {tags: ['article', `article:${slug}`], revalidate: 3600}},
  })
}
