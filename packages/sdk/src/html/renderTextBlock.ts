import type {TextBlock} from './bodyBlocks.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import {renderHeading} from './renderHeading.ts'
import {renderSpans, textOf} from './renderSpans.ts'

const HEADING = /^h([1-6])$/u

/** The level that a heading block asks for, or null for other blocks. */
export function headingLevelOf(block: TextBlock): number | null {
  const digit = HEADING.exec(block.style ?? '')?.[1]
  return digit === undefined || block.listItem ? null : Number(digit)
}

/** A paragraph, heading or quote; a block without text gives nothing. */
export function renderTextBlock(block: TextBlock, context: RenderContext): Markup {
  const level = headingLevelOf(block)
  if (level !== null && textOf(block).trim() !== '') return renderSection(block, level, context)
  const text = renderSpans(block, context)
  if (text.toString().trim() === '') return joinMarkup([])
  if (block.style === 'blockquote') return html`<blockquote><p>${text}</p></blockquote>`
  if (block.style && block.style !== 'normal' && level === null) {
    context.report(
      'unknown-style',
      `The style “${block.style}” is not known; the text is shown as a paragraph.`,
    )
  }
  return html`<p>${text}</p>`
}

function renderSection(block: TextBlock, level: number, context: RenderContext): Markup {
  const wanted = Math.max(level, 2)
  const heading = context.sections.open(wanted, textOf(block).trim())
  if (heading.level < Math.min(wanted + context.offset, 6)) {
    context.report(
      'heading-skipped',
      `“${heading.text}” skips a heading level and is shown as level ${heading.level}.`,
    )
  }
  return renderHeading(heading.level, heading.anchor, renderSpans(block, context))
}
