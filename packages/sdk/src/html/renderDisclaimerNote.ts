import type {Disclaimer} from './articleParts.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import type {Maybe} from './maybe.ts'
import {renderHeading} from './renderHeading.ts'
import {renderParagraphs} from './renderParagraphs.ts'

/** A disclaimer as a note of its own; one without a text is reported. */
export function renderDisclaimerNote(
  disclaimer: Maybe<{readonly _id?: Maybe<string>} & Pick<Disclaimer, 'text'>>,
  level: number,
  context: RenderContext,
): Markup {
  if (!disclaimer?.text) {
    context.report('missing-document', 'The disclaimer is not published; it is left out.')
    return joinMarkup([])
  }
  if (disclaimer._id) context.shown.disclaimers.add(disclaimer._id)
  const title = context.labels['disclaimer']
  const anchor = context.anchors.make(title)
  return html`<div class="disclaimer" role="note" aria-labelledby="${anchor}">
    ${renderHeading(level, anchor, title)}${renderParagraphs(disclaimer.text)}
  </div>`
}
