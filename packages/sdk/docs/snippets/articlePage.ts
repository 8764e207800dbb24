import type {Article, SiteSettings} from '@spine-center/sdk'
import {formatCitation, toCslItem} from '@spine-center/sdk/citations'
import {
  articleEndToHtml,
  articleTopToHtml,
  emergencyPhone,
  glossaryToHtml,
  html,
  referencesToHtml,
  toHtml,
} from '@spine-center/sdk/html'

/** A whole article: what must stand above and below its body, the sources behind its numbers, and its terms. */
export function articlePage(article: Article, settings: SiteSettings | null): string {
  const options = {headingOffset: 0, emergencyPhone: emergencyPhone(settings, 'en-US')}
  const body = toHtml(article.body, {...article, ...options})
  const end = articleEndToHtml(article, body, options)
  const references = referencesToHtml(body.references, {
    formatReference: (citation) => formatCitation(toCslItem(citation), 'ama').text,
  })
  // Text put into `html` is escaped.
  const title = html`<h1>${article.title}</h1>`.toString()
  const words = html`<h2>Words and sources</h2>`.toString()
  const top = articleTopToHtml(article, {...options, timeZone: settings?.timeZone ?? 'UTC'})
  return [title, top, body.html, end.html, words, glossaryToHtml(body.glossary), references].join('\n')
}
