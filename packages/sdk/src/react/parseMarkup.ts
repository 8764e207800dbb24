import type {Markup} from '../html/Markup.ts'

/** A piece of our own markup: text, or an element with what stands in it. */
export type MarkupNode = string | MarkupElement

export interface MarkupElement {
  readonly name: string
  /** As HTML writes them; an attribute without a value is empty. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MarkupNode[]
}

// This reads what our own templates write and nothing else: every value in `Markup` has been escaped, so that
// `<` and `>` stand only around tags, and attribute values are quoted. Anything else is a fault of ours.
const TOKEN = /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<rest>(?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/gu
const ATTRIBUTE = /(?<name>[a-z-]+)(?:="(?<value>[^"]*)")?/gu
const VOID: ReadonlySet<string> = new Set(['br', 'img'])
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/**
 * Takes markup apart again, so that it can be built from elements.
 *
 * @throws Error when it is not well formed, which no content can cause
 */
export function parseMarkup(markup: Markup): readonly MarkupNode[] {
  const root: MarkupNode[] = []
  const open: {name: string; children: MarkupNode[]}[] = [{name: '', children: root}]
  const source = markup.toString()
  let end = 0
  for (const {0: token, index, groups} of source.matchAll(TOKEN)) {
    const parent = open.at(-1)
    if (index !== end || !parent) break
    const name = groups?.['name']
    if (name === undefined) parent.children.push(unescape(token))
    else if (groups?.['close']) {
      if (open.pop()?.name !== name) break
    } else {
      const children: MarkupNode[] = []
      parent.children.push({name, attributes: readAttributes(groups?.['rest'] ?? ''), children})
      if (!VOID.has(name)) open.push({name, children})
    }
    end = index + token.length
  }
  if (end !== source.length || open.length !== 1) {
    throw new Error(`Markup is not well formed near “${source.slice(end, end + 40)}”.`)
  }
  return root
}

function readAttributes(source: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(({groups}) => [
      groups?.['name'] ?? '',
      unescape(groups?.['value'] ?? ''),
    ]),
  )
}

function unescape(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity)
}
