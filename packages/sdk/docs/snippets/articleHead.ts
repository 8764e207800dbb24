import type {Article, SiteSettings} from '@spine-center/sdk'
import {articleJsonLd, breadcrumbJsonLd, toScript} from '@spine-center/sdk/jsonld'

/** The script element for an article's head: the article, and the way down to it. */
export function articleHead(article: Article, settings: SiteSettings | null, site: string): string {
  const url = `${site}/articles/${article.slug}`
  return toScript(
    // The zone of the page: the day of a review is the one that readers see.
    articleJsonLd(article, {url, publisher: settings?.organization, timeZone: settings?.timeZone}),
    breadcrumbJsonLd([
      {name: 'Articles', url: `${site}/articles`},
      {name: article.title, url},
    ]),
  )
}
