import {renderCarePathwayRef} from './blocks/renderCarePathwayRef.ts'
import {renderDisclaimer} from './blocks/renderDisclaimer.ts'
import {renderExerciseCard} from './blocks/renderExerciseCard.ts'
import {renderExerciseList} from './blocks/renderExerciseList.ts'
import {renderFaqList} from './blocks/renderFaqList.ts'
import {renderPullStat} from './blocks/renderPullStat.ts'
import {renderTable} from './blocks/renderTable.ts'
import {renderUnknown} from './blocks/renderUnknown.ts'
import {renderWarning} from './blocks/renderWarning.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import type {RenderContext} from './createRenderContext.ts'
import type {Markup} from './Markup.ts'
import {renderFigure} from './renderFigure.ts'
import {renderTextBlock} from './renderTextBlock.ts'

/** One block of a body; a type that is missing here does not compile. */
export function renderBlock(block: BodyBlock, context: RenderContext): Markup {
  context.enter(block)
  switch (block._type) {
    case 'block':
      return renderTextBlock(block, context)
    case 'exerciseCard':
      return renderExerciseCard(block, context)
    case 'exerciseList':
      return renderExerciseList(block, context)
    case 'warning':
      return renderWarning(block, context)
    case 'carePathwayRef':
      return renderCarePathwayRef(block, context)
    case 'figure':
      return renderFigure(block, context)
    case 'tableBlock':
      return renderTable(block, context)
    case 'pullStat':
      return renderPullStat(block, context)
    case 'faqList':
      return renderFaqList(block, context)
    case 'disclaimerRef':
      return renderDisclaimer(block, context)
    default:
      return renderUnknown(block satisfies never, context)
  }
}
