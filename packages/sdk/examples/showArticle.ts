import {createContent} from '@spine-center/sdk'
import {formatCitation, toCslItem} from '@spine-center/sdk/citations'
import {
  articleEndToHtml,
  articleTopToHtml,
  emergencyPhone,
  glossaryToHtml,
  html,
  Markup,
  referencesToHtml,
  toHtml,
} from '@spine-center/sdk/html'

/** An article's page: validated, escaped, with everything that it must show. Null when there is none. */
export async function showArticle(url: string, slug: string): Promise<string | null> {
  const content = createContent({url, dataset: 'production'})
  const [article, settings] = await Promise.all([content.article(slug), content.settings()])
  if (!article) return null

  // The number to call where your readers are.
  const options = {emergencyPhone: emergencyPhone(settings, 'en-US')}
  const body = toHtml(article.body, {...article, ...options})
  // Care pathways, exercises and a disclaimer that the body does not show.
  const end = articleEndToHtml(article, body, options)
  const sources = referencesToHtml(body.references, {
    formatReference: (citation) => formatCitation(toCslItem(citation), 'ama').text,
  })
  // Values are escaped, except markup that the SDK has made.
  return html`<!doctype html>
    <html lang="${article.language}">
      <meta charset="utf-8" />
      <title>${article.title}</title>
      <main>
        <h1>${article.title}</h1>
        <p>${article.summary}</p>
        ${new Markup(articleTopToHtml(article, options))} ${new Markup(body.html)} ${new Markup(end.html)}
        <h2>Words and sources</h2>
        ${new Markup(glossaryToHtml(body.glossary))} ${new Markup(sources)}
      </main>
    </html>`.toString()
}
