import type {DisclaimerBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import type {Markup} from '../Markup.ts'
import {renderDisclaimerNote} from '../renderDisclaimerNote.ts'

/** The disclaimer that a block points at. */
export function renderDisclaimer({disclaimer}: DisclaimerBlock, context: RenderContext): Markup {
  return renderDisclaimerNote(disclaimer, context.sections.within(), context)
}
