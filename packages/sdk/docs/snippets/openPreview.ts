import {createClient} from '@sanity/client'
import {stegaClean} from '@sanity/client/stega'
import {createPreview} from '@spine-center/sdk/preview'

/** The heading of an article as an editor sees it, and its title for the head of the page. */
export async function previewHeading(url: string, token: string, slug: string) {
  const client = createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    token,
  })
  const preview = createPreview({client, studioUrl: 'http://localhost:3333', strict: true})
  const article = await preview.article(slug)
  if (!article) return null
  // What is shown keeps its marks: a click on it opens the field. What machines read goes without.
  return {heading: article.title, documentTitle: stegaClean(article.title)}
}
