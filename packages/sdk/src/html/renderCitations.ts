import type {CitationRef} from './bodyBlocks.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import {fillLabel} from './htmlLabels.ts'
import type {Markup} from './Markup.ts'

/** Numbers that stand together as one superscript, such as ¹,²⁽ᵖ¹²⁾, each linked to the reference list. */
export function renderCitations(refs: readonly CitationRef[], context: RenderContext): Markup {
  const numbers = refs.flatMap(({citation, locator}) => {
    const shown = context.citations.get(citation ?? '')
    if (!shown) {
      context.report(
        'missing-document',
        `The source “${citation ?? ''}” is not published; its number is left out.`,
      )
      return []
    }
    const {number, uses, anchor: target} = shown
    const anchor = context.anchors.make(`cited-${number}-${uses.length + 1}`)
    uses.push(anchor)
    const label = fillLabel(context.labels['reference'], {number})
    return [
      html`<a id="${anchor}" href="#${target}" role="doc-biblioref" aria-label="${label}">${number}</a
        >${locator ? html`<span class="citation__locator">(${locator})</span>` : ''}`,
    ]
  })
  return numbers.length === 0 ? joinMarkup([]) : html`<sup class="citation">${joinMarkup(numbers, ',')}</sup>`
}
