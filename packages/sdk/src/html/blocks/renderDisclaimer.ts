import type {DisclaimerBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import {html, joinMarkup} from '../html.ts'
import type {Markup} from '../Markup.ts'
import {renderHeading} from '../renderHeading.ts'
import {renderParagraphs} from '../renderParagraphs.ts'

/** The disclaimer, as a note of its own. */
export function renderDisclaimer({disclaimer}: DisclaimerBlock, context: RenderContext): Markup {
  if (!disclaimer?.text) {
    context.report('missing-document', 'The disclaimer is not published; it is left out.')
    return joinMarkup([])
  }
  const title = context.labels['disclaimer']
  const anchor = context.anchors.make(title)
  return html`<div class="disclaimer" role="note" aria-labelledby="${anchor}">
    ${renderHeading(context.sections.within(), anchor, title)}${renderParagraphs(disclaimer.text)}
  </div>`
}
