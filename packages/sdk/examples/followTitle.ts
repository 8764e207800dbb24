import {createContent} from '@spine-center/sdk'
import {articleBySlug} from '@spine-center/sdk/schemas'

/** The title of an article now, and again each time an editor publishes another one. */
export async function* followTitle(url: string, slug: string, signal: AbortSignal): AsyncGenerator<string> {
  const content = createContent({url, dataset: 'production'})
  for await (const article of content.live(articleBySlug, {slug, language: null}, {signal})) {
    if (article) yield article.title
  }
}
