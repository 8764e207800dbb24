import type {TextBlock} from './bodyBlocks.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import {renderSpans} from './renderSpans.ts'

interface NestedList {
  readonly isNumbered: boolean
  readonly items: {readonly block: TextBlock; readonly deeper: TextBlock[]}[]
}

/** Neighbouring list items as lists within lists. */
export function renderList(blocks: readonly TextBlock[], context: RenderContext): Markup {
  return joinMarkup(
    nest(blocks).map(({isNumbered, items}) => {
      const inside = joinMarkup(
        items.map(({block, deeper}) => {
          context.enter(block)
          const text = renderSpans(block, context)
          return html`<li>${text}${deeper.length > 0 && renderList(deeper, context)}</li>`
        }),
      )
      return isNumbered
        ? html`<ol>
            ${inside}
          </ol>`
        : html`<ul>
            ${inside}
          </ul>`
    }),
  )
}

function nest(blocks: readonly TextBlock[]): readonly NestedList[] {
  const level = levelOf(blocks[0])
  const lists: NestedList[] = []
  for (const block of blocks) {
    const isNumbered = block.listItem === 'number'
    const list = lists.at(-1)
    const item = list?.items.at(-1)
    if (item && levelOf(block) > level) item.deeper.push(block)
    else if (list?.isNumbered === isNumbered) list.items.push({block, deeper: []})
    else lists.push({isNumbered, items: [{block, deeper: []}]})
  }
  return lists
}

function levelOf(block: TextBlock | undefined): number {
  return block?.level ?? 1
}
