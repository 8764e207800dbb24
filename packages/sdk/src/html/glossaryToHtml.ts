import {HTML_LABELS, type HtmlLabels} from './htmlLabels.ts'
import {html} from './html.ts'
import type {ExplainedTerm} from './htmlOptions.ts'

/**
 * The terms that a body explains, with their meaning and a link back to the first use.
 *
 * @example
 * ```ts
 * const words = glossaryToHtml(toHtml(article.body, article).glossary)
 * ```
 */
export function glossaryToHtml(
  terms: readonly ExplainedTerm[],
  {labels: ownLabels}: {readonly labels?: Partial<HtmlLabels> | undefined} = {},
): string {
  if (terms.length === 0) return ''
  const labels = {...HTML_LABELS, ...ownLabels}
  const entries = terms.map(
    ({term, definition, anchor, uses}) =>
      html`<dt id="${anchor}"><dfn>${term}</dfn></dt>
        <dd>
          ${definition}${uses[0] && html` <a class="back" href="#${uses[0]}" role="doc-backlink" aria-label="${labels['glossary.back']}: ${term}">↩</a>`}
        </dd>`,
  )
  return html`<dl class="glossary">${entries}</dl>`.toString()
}
