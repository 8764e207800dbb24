import type {TextBlock} from './bodyBlocks.ts'
import type {RenderContext} from './createRenderContext.ts'
import {joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import {renderList} from './renderList.ts'
import {renderTextBlock} from './renderTextBlock.ts'

/** Text blocks alone: paragraphs and lists. */
export function renderText(blocks: readonly TextBlock[], context: RenderContext): Markup {
  const parts: Markup[] = []
  for (let index = 0; index < blocks.length;) {
    const items = listItemsFrom(blocks, index)
    const block = blocks[index]
    if (!block) break
    if (items.length > 0) parts.push(renderList(items, context))
    else {
      context.enter(block)
      parts.push(renderTextBlock(block, context))
    }
    index += Math.max(1, items.length)
  }
  return joinMarkup(parts)
}

/** The list items that follow each other from an index on. */
export function listItemsFrom(
  blocks: readonly {readonly _type: string}[],
  start: number,
): readonly TextBlock[] {
  const items: TextBlock[] = []
  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (!block || !isListItem(block)) break
    items.push(block)
  }
  return items
}

function isListItem(block: {readonly _type: string}): block is TextBlock {
  return block._type === 'block' && 'listItem' in block && Boolean(block.listItem)
}
