import type {TableBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import {html, joinMarkup} from '../html.ts'
import type {Markup} from '../Markup.ts'

/** A table that scrolls by itself where it is too wide, and can be scrolled with the keyboard. */
export function renderTable({caption, headerRow, rows}: TableBlock, context: RenderContext): Markup {
  const cells = (rows ?? []).map((row) => row.cells ?? [])
  const width = Math.max(0, ...cells.map((row) => row.length))
  if (width === 0) return joinMarkup([])
  const filled = cells.map((row) => Array.from({length: width}, (_, index) => row[index] ?? ''))
  const head = headerRow === false ? [] : filled.slice(0, 1)
  const anchor = context.anchors.make(`table-${caption ?? ''}`)
  return html`<div class="table" role="group" tabindex="0" aria-labelledby="${anchor}">
    <table>
      <caption id="${anchor}">
        ${caption}
      </caption>
      ${head.map(
        (row) =>
          html`<thead>
            <tr>
              ${row.map((cell) => html`<th scope="col">${cell}</th>`)}
            </tr>
          </thead>`,
      )}
      <tbody>
        ${filled.slice(head.length).map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
