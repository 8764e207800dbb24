import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import type {Maybe} from './maybe.ts'

/** Plain text as paragraphs: an empty line parts them, a line end breaks the line. */
export function renderParagraphs(text: Maybe<string>): Markup {
  const paragraphs = (text ?? '').trim().split(/\n\s*\n/u)
  return joinMarkup(
    paragraphs.map((paragraph) =>
      paragraph === '' ? null : html`<p>${joinMarkup(paragraph.split(/\r?\n/u), html`<br />`)}</p>`,
    ),
  )
}
