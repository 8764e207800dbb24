import type {CarePathwayBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import {joinMarkup} from '../html.ts'
import type {Markup} from '../Markup.ts'
import {renderCarePathway} from '../renderCarePathway.ts'

/** The care pathway that a block points at. */
export function renderCarePathwayRef({carePathway: id}: CarePathwayBlock, context: RenderContext): Markup {
  const pathway = context.carePathways.get(id ?? '')
  if (pathway) return renderCarePathway(pathway, context.sections.within(), context)
  context.report('missing-document', `The care pathway “${id ?? ''}” is not published; it is left out.`)
  return joinMarkup([])
}
