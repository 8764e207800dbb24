import type {BodyBlock} from './bodyBlocks.ts'
import type {RenderContext} from './createRenderContext.ts'
import {joinMarkup} from './html.ts'
import {fillLabel} from './htmlLabels.ts'
import type {Markup} from './Markup.ts'
import {renderBlock} from './renderBlock.ts'
import {renderHeading} from './renderHeading.ts'
import {renderList} from './renderList.ts'
import {listItemsFrom} from './renderText.ts'
import {headingLevelOf} from './renderTextBlock.ts'

/** What a renderer puts around a block that it shows. */
export type Frame = (block: BodyBlock, part: Markup) => Markup

/** A whole body, block by block, with neighbouring list items made into lists. */
export function renderBody(
  blocks: readonly BodyBlock[],
  context: RenderContext,
  frame: Frame = (_block, part) => part,
): Markup {
  const parts: Markup[] = []
  let isAfterCarePathway = false
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index]
    if (!block) break
    const items = listItemsFrom(blocks, index)
    index += Math.max(1, items.length)
    const part = items.length > 0 ? renderList(items, context) : renderBlock(block, context)
    if (part.toString() === '') continue
    if (isAfterCarePathway && !startsWithHeading(block)) parts.push(renderContinuation(context))
    parts.push(frame(block, part))
    isAfterCarePathway = block._type === 'carePathwayRef'
  }
  return joinMarkup(parts, '\n')
}

// "Use a heading after a care card": without one, what follows is heard as part of it (NHS service manual).
function renderContinuation(context: RenderContext): Markup {
  const section = context.sections.current()
  const text = section
    ? fillLabel(context.labels['continued'], {heading: section.text})
    : context.labels['page.more']
  const level = section?.level ?? context.sections.within()
  return renderHeading(level, context.anchors.make(text), text, 'continued')
}

function startsWithHeading(block: BodyBlock): boolean {
  switch (block._type) {
    case 'block':
      return headingLevelOf(block) !== null
    case 'exerciseCard':
    case 'exerciseList':
    case 'warning':
    case 'carePathwayRef':
    case 'disclaimerRef':
      return true
    case 'faqList':
      return Boolean(block.heading)
    case 'figure':
    case 'tableBlock':
    case 'pullStat':
    default:
      return false
  }
}
