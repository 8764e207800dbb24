import type {Citation} from './articleParts.ts'
import {HTML_LABELS, type HtmlLabels} from './htmlLabels.ts'
import {html, type MarkupValue} from './html.ts'
import type {Reference} from './htmlOptions.ts'
import {renderReference} from './renderReference.ts'

/** How the list of references is to be made. */
export interface ReferenceListOptions<C extends Citation> {
  /** A source in the style of the page; text is escaped, markup made by `html` is not. */
  readonly formatReference: (citation: C) => MarkupValue
  readonly labels?: Partial<HtmlLabels> | undefined
}

/**
 * The numbered list behind a body's superscripts, each entry with links back to where it is used. A source
 * that was retracted, corrected or superseded says so.
 *
 * @example
 * ```ts
 * const list = referencesToHtml(toHtml(article.body, article).references, {formatReference: ({title}) => title})
 * ```
 */
export function referencesToHtml<C extends Citation>(
  references: readonly Reference<C>[],
  {formatReference, labels: ownLabels}: ReferenceListOptions<C>,
): string {
  if (references.length === 0) return ''
  const labels = {...HTML_LABELS, ...ownLabels}
  const items = references.map(
    (reference) =>
      html`<li id="${reference.anchor}" value="${reference.number}">
        ${renderReference(reference, formatReference(reference.citation), labels)}
      </li>`,
  )
  return html`<ol class="references">
    ${items}
  </ol>`.toString()
}
