import type {RenderContext} from '../createRenderContext.ts'
import {html, joinMarkup} from '../html.ts'
import type {Markup} from '../Markup.ts'
import {isRecord} from '../../validation/isRecord.ts'

const TEXT_FIELDS = ['heading', 'title', 'text', 'caption']

/** A block of a type that is not ours: what text it has, as paragraphs. */
export function renderUnknown(block: unknown, context: RenderContext): Markup {
  const type = isRecord(block) ? String(block['_type']) : typeof block
  context.report('unknown-block', `Blocks of the type “${type}” are not known; only their text is shown.`)
  if (!isRecord(block)) return joinMarkup([])
  const children = Array.isArray(block['children']) ? block['children'] : []
  const spans = children.map((child: unknown) => (isRecord(child) ? child['text'] : '')).filter(isText)
  const fields = TEXT_FIELDS.map((field) => block[field]).filter(isText)
  const texts = [...fields, spans.join('')].filter((text) => text.trim() !== '')
  return joinMarkup(texts.map((text) => html`<p>${text}</p>`))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
