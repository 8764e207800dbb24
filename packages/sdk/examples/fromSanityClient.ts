import {createClient} from '@sanity/client'
import {createContent} from '@spine-center/sdk'

/** Keeps the client that a project has: its configuration, retries and cache stay what they are. */
export async function titleThroughClient(url: string, slug: string): Promise<string | null> {
  const client = createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
  })
  // Before: const article = await client.fetch(query, {slug}), of type any, not checked.
  const content = createContent({client})
  const article = await content.article(slug)
  return article?.title ?? null
}
