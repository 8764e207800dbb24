import {createContent} from '@spine-center/sdk'
import {formatCitation, toCslItem} from '@spine-center/sdk/citations'
import {glossaryToHtml, html, Markup, referencesToHtml, toHtml} from '@spine-center/sdk/html'

/** An article's page: one request, validated, escaped, with numbered sources. Null when there is none. */
export async function showArticle(url: string, slug: string): Promise<string | null> {
  const content = createContent({url, dataset: 'production'})
  const article = await content.article(slug)
  if (!article) return null

  const body = toHtml(article.body, article)
  const sources = referencesToHtml(body.references, {
    formatReference: (citation) => formatCitation(toCslItem(citation), 'ama').text,
  })
  // Values are escaped, except markup that the SDK has made.
  return html`<!doctype html>
    <html lang="${article.language}">
      <meta charset="utf-8" />
      <title>${article.title}</title>
      <h1>${article.title}</h1>
      <p>${article.summary}</p>
      ${new Markup(body.html)} ${new Markup(glossaryToHtml(body.glossary))} ${new Markup(sources)}
    </html>`.toString()
}
