import type {WarningBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import {html} from '../html.ts'
import type {Markup} from '../Markup.ts'
import {renderHeading} from '../renderHeading.ts'
import {renderParagraphs} from '../renderParagraphs.ts'

/** A warning callout; its heading says how weighty it is, in words. */
export function renderWarning({severity, heading, text}: WarningBlock, context: RenderContext): Markup {
  const level = severity ?? 'important'
  const title = context.labels[`warning.${level}`] + (heading ? `: ${heading}` : '')
  const anchor = context.anchors.make(heading ?? title)
  return html`<div class="warning warning--${level}" role="note" aria-labelledby="${anchor}">
    ${renderHeading(context.sections.within(), anchor, title, 'warning__heading')}${renderParagraphs(text)}
  </div>`
}
