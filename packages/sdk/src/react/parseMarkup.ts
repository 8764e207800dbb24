import type {Markup} from '../html/Markup.ts'

/** A piece of markup: text, or an element with what stands in it. */
export type MarkupNode = string | MarkupElement

export interface MarkupElement {
  readonly name: string
  /** As HTML writes them; an attribute without a value is empty. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MarkupNode[]
}

// All that our own templates write, and what React shows as HTML does: neither `style` nor `hidden` are among them.
const TOKEN =
  /<!--(?!-?>)[^]*?-->|<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<rest>(?:\s+[a-z][a-z0-9-]*(?:=(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>|(?<text>[^<]+)/gu
const ATTRIBUTE =
  /(?<name>[a-z][a-z0-9-]*)(?:=(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'=<>`]+)))?/gu
const ELEMENT =
  /^(?:a|abbr|b|block|blockquote|br|caption|cite|code|d[dlt]|details|dfn|div|em|fig(?:caption|ure)|h[1-6r]|i|img|li|mark|ol|p|q|s|section|small|span|strong|su[bp]|summary|table|tbody|t[dhr]|thead|u|ul)$/u
const KNOWN_ATTRIBUTE =
  /^(?:(?:aria|data)-.+|alt|class|decoding|dir|height|href|id|index|lang|loading|rel|role|scope|sizes|src|srcset|tabindex|target|title|value|width)$/u
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img'])
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00A0',
}

/** Takes markup apart, so that it can be built from elements. Null when it holds more than is known here. */
export function parseMarkup(markup: Markup): readonly MarkupNode[] | null {
  const root: MarkupNode[] = []
  const open: {name: string; children: MarkupNode[]}[] = [{name: '', children: root}]
  const source = markup.toString()
  let end = 0
  for (const {0: token, index, groups = {}} of source.matchAll(TOKEN)) {
    const {close, name, rest = '', text} = groups
    const parent = open.at(-1)
    if (index !== end || !parent) return null
    if (text !== undefined) {
      const words = unescape(text)
      if (words === null) return null
      parent.children.push(words)
    } else if (close) {
      if (open.pop()?.name !== name) return null
    } else if (name !== undefined) {
      const attributes = readAttributes(rest)
      if (!attributes || !ELEMENT.test(name)) return null
      const children: MarkupNode[] = []
      parent.children.push({name, attributes, children})
      if (!VOID.has(name)) open.push({name, children})
    }
    end = index + token.length
  }
  return end === source.length && open.length === 1 ? root : null
}

function readAttributes(source: string): Readonly<Record<string, string>> | null {
  const attributes: Record<string, string> = {}
  for (const {groups = {}} of source.matchAll(ATTRIBUTE)) {
    const {name = '', quoted, single, bare} = groups
    const value = unescape(quoted ?? single ?? bare ?? '')
    if (value === null || !KNOWN_ATTRIBUTE.test(name) || Object.hasOwn(attributes, name)) return null
    attributes[name] = value
  }
  return attributes
}

/** Text as it was before it was escaped; null when it has references that are not known here. */
function unescape(text: string): string | null {
  let isKnown = true
  const words = text.replace(/&(?:(#?\w+);)?/gu, (_reference, name: string) => {
    isKnown &&= Object.hasOwn(ENTITIES, name)
    return ENTITIES[name] ?? ''
  })
  return isKnown ? words : null
}
