import {createContent, type CachedResponse} from '@spine-center/sdk'

/** Reads an article twice; the second time the source only says that nothing changed. */
export async function readAgain(url: string, slug: string): Promise<readonly (string | null)[]> {
  const tags: (string | null)[] = []
  const content = createContent({
    url,
    dataset: 'production',
    cache: new Map<string, CachedResponse>(),
    onResponse: ({etag}) => tags.push(etag),
  })
  await content.article(slug)
  await content.article(slug)
  return tags
}
