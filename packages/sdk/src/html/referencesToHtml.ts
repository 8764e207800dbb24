import type {Citation} from './articleParts.ts'
import {HTML_LABELS, fillLabel, type HtmlLabels} from './htmlLabels.ts'
import {html, joinMarkup, type MarkupValue} from './html.ts'
import type {Markup} from './Markup.ts'
import type {Reference} from './htmlOptions.ts'

/** How the list of references is to be made. */
export interface ReferenceListOptions<C extends Citation> {
  /** A source in the style of the page; text is escaped, markup made by `html` is not. */
  readonly formatReference: (citation: C) => MarkupValue
  readonly labels?: Partial<HtmlLabels>
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
  const items = references.map(({number, citation, anchor, uses}) => {
    const state = stateLabel(citation.state, labels)
    const label = fillLabel(labels['reference.back'], {number})
    return html`<li id="${anchor}" value="${number}">
      ${formatReference(citation)}${state && html` <strong class="reference__state">${state}</strong>`}${backLinks(uses, label)}
    </li>`
  })
  return html`<ol class="references">
    ${items}
  </ol>`.toString()
}

// Several ways back are told apart by numbers, which their names begin with (WCAG 2.5.3, label in name).
function backLinks(uses: readonly string[], label: string): Markup {
  if (uses.length < 2)
    return joinMarkup(
      uses.map((use) => backLink(use, label, '↩')),
      ' ',
    )
  const links = uses.map((use, index) => backLink(use, `${index + 1}. ${label}`, String(index + 1)))
  return html` <span class="back__several">↩ ${joinMarkup(links, ' ')}</span>`
}

function backLink(use: string, label: string, text: string): Markup {
  return html` <a class="back" href="#${use}" role="doc-backlink" aria-label="${label}">${text}</a>`
}

function stateLabel(state: Citation['state'], labels: HtmlLabels): string | null {
  switch (state) {
    case 'retracted':
    case 'corrected':
    case 'expression-of-concern':
    case 'superseded':
      return labels[`reference.${state}`]
    case undefined:
    case null:
    default:
      return null
  }
}
