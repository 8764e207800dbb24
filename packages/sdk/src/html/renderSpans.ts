import type {CitationRef, Span, TextBlock} from './bodyBlocks.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import {renderCitations} from './renderCitations.ts'
import {renderMark} from './renderMark.ts'

type Run =
  | {readonly text: string; readonly marks: readonly string[]}
  | {readonly citations: readonly CitationRef[]; readonly marks: readonly []}

/** The text of a block with its marks and numbered references. */
export function renderSpans(block: TextBlock, context: RenderContext): Markup {
  return renderRuns(toRuns(block.children ?? []), block, context, false)
}

/** The bare text of a block. */
export function textOf(block: TextBlock): string {
  return (block.children ?? []).map((child) => (child._type === 'span' ? (child.text ?? '') : '')).join('')
}

// Editors keep an empty span on each side of an inline object; references that only such spans part are one group.
function toRuns(children: readonly (Span | CitationRef)[]): readonly Run[] {
  const runs: Run[] = []
  for (const child of children) {
    if (child._type === 'citationRef') {
      const last = runs.at(-1)
      if (last && 'citations' in last) runs.splice(-1, 1, {citations: [...last.citations, child], marks: []})
      else runs.push({citations: [child], marks: []})
    } else if (child.text) runs.push({text: child.text, marks: [...new Set(child.marks)]})
  }
  return runs
}

// The mark that goes on longest is the outer one, so that neighbours share an element.
function renderRuns(
  runs: readonly Run[],
  block: TextBlock,
  context: RenderContext,
  insideLink: boolean,
): Markup {
  const parts: Markup[] = []
  for (let index = 0; index < runs.length;) {
    const run = runs[index]
    if (!run) break
    const widest = widestMark(runs, index)
    if (widest === null) {
      parts.push('citations' in run ? renderCitations(run.citations, context) : renderText(run.text))
      index += 1
    } else {
      const inner = runs.slice(index, widest.end).map((one) => withoutMark(one, widest.mark))
      const wrap = renderMark(widest.mark, block.markDefs ?? [], context, insideLink)
      parts.push(wrap.around(renderRuns(inner, block, context, insideLink || wrap.isLink)))
      index = widest.end
    }
  }
  return joinMarkup(parts)
}

function widestMark(
  runs: readonly Run[],
  start: number,
): {readonly mark: string; readonly end: number} | null {
  let widest: {mark: string; end: number} | null = null
  for (const mark of runs[start]?.marks ?? []) {
    let end = start + 1
    while (runs[end]?.marks.some((other) => other === mark)) end += 1
    if (widest === null || end > widest.end) widest = {mark, end}
  }
  return widest
}

function withoutMark(run: Run, mark: string): Run {
  return 'citations' in run ? run : {text: run.text, marks: run.marks.filter((other) => other !== mark)}
}

function renderText(text: string): Markup {
  return joinMarkup(text.split(/\r\n|\r|\n/u), html`<br />`)
}
