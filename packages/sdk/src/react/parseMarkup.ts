import type {Markup} from '../html/Markup.ts'

/** A piece of markup: text, or an element with what stands in it. */
export type MarkupNode = string | MarkupElement

export interface MarkupElement {
  readonly name: string
  /** As HTML writes them; an attribute without a value is empty. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MarkupNode[]
}

// What our templates write, and what else React shows as HTML does: neither `style` nor `hidden` are among it. Values
// have been escaped, so that `<` and `>` stand only around tags.
const TOKEN =
  /<(\/?)(a|abbr|b|block|blockquote|br|caption|cite|code|d[dlt]|details|dfn|div|em|figcaption|figure|h[1-6r]|i|img|li|ol|p|q|s|section|small|span|strong|su[bp]|summary|table|tbody|t[dhr]|thead|u|ul)((?:\s+(?:aria-[a-z]+|data-[a-z\d-]+|alt|class|decoding|dir|height|href|id|index|lang|loading|rel|role|scope|sizes|src|srcset|tabindex|target|title|value|width)="(?:[^"&]|&(?:amp|lt|gt|quot|#39|nbsp);)*")*)\s*\/?>|((?:[^<&]|&(?:amp|lt|gt|quot|#39|nbsp);)+)/gu
const ATTRIBUTE = /([a-z\d-]+)="([^"]*)"/gu
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img'])
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00A0',
}

/** Takes markup apart, so that it can be built from elements. Null when it holds more than is known here. */
export function parseMarkup(markup: Markup): readonly MarkupNode[] | null {
  const root: MarkupNode[] = []
  const open: {name: string; children: MarkupNode[]}[] = [{name: '', children: root}]
  const source = markup.toString()
  let end = 0
  for (const match of source.matchAll(TOKEN)) {
    const [token, close, name, rest = '', text] = match
    const parent = open.at(-1)
    if (match.index !== end || !parent) return null
    end += token.length
    if (text) parent.children.push(unescape(text))
    else if (close) {
      if (open.pop()?.name !== name) return null
    } else if (name) {
      const children: MarkupNode[] = []
      parent.children.push({name, attributes: readAttributes(rest), children})
      if (!VOID.has(name)) open.push({name, children})
    }
  }
  return end === source.length && open.length === 1 ? root : null
}

function readAttributes(source: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescape(value)]),
  )
}

function unescape(text: string): string {
  return text.replace(/&[^;]+;/gu, (entity) => ENTITIES[entity] ?? entity)
}
