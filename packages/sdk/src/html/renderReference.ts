import type {Citation} from './articleParts.ts'
import type {HtmlLabels} from './htmlLabels.ts'
import {fillLabel} from './htmlLabels.ts'
import {html, joinMarkup, type MarkupValue} from './html.ts'
import type {Reference} from './htmlOptions.ts'
import type {Markup} from './Markup.ts'

/** What stands in an entry of the list of references: the source, what became of it, and the ways back. */
export function renderReference(
  {number, citation, uses}: Reference,
  source: MarkupValue,
  labels: HtmlLabels,
): Markup {
  const state = stateLabel(citation.state, labels)
  const label = fillLabel(labels['reference.back'], {number})
  return html`${source}${state && html` <strong class="reference__state">${state}</strong>`}${backLinks(uses, label)}`
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
