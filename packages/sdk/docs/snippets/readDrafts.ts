import {createContent} from '@spine-center/sdk'

/** For a preview on the server: drafts over what is published. Any field may still be missing. */
export async function draftTitle(url: string, token: string, slug: string): Promise<string | null> {
  const content = createContent({url, dataset: 'production', perspective: 'drafts', token})
  const article = await content.article(slug)
  return article ? (article.title ?? 'Without a title yet') : null
}
