import type {Article} from '@spine-center/sdk'
import {formatCitation, toCslItem} from '@spine-center/sdk/citations'
import {glossaryToHtml, html, referencesToHtml, toHtml} from '@spine-center/sdk/html'

/** A whole article: the body, the sources behind its numbers, and the terms that it explains. */
export function articlePage(article: Article): string {
  const body = toHtml(article.body, {...article, headingOffset: 0, emergencyPhone: '911'})
  const references = referencesToHtml(body.references, {
    formatReference: (citation) => formatCitation(toCslItem(citation), 'ama').text,
  })
  // Text put into `html` is escaped.
  const title = html`<h1>${article.title}</h1>`.toString()
  return [title, body.html, glossaryToHtml(body.glossary), references].join('\n')
}
