import {parse, type DefaultTreeAdapterTypes} from 'parse5'

/** A page as a browser's parser sees it. */
export interface ParsedPage {
  readonly elements: readonly ParsedElement[]
  /** What a reader sees, with single spaces. */
  readonly text: string
}

export interface ParsedElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly parents: readonly string[]
}

export function readPage(source: string): ParsedPage {
  const document = parse(source)
  return {elements: collect(document, []), text: squeeze(textOf(document))}
}

/** Paths of this site that a page links to, without what follows `#`. */
export function internalLinks({elements}: ParsedPage): readonly string[] {
  const links = elements.flatMap(({name, attributes}) => (name === 'a' ? (attributes['href'] ?? []) : []))
  return [...new Set(links.filter((href) => href.startsWith('/')))]
}

/** Whether an element runs or styles something; data for machines does neither. */
export function isCode({name, attributes}: ParsedElement): boolean {
  return (name === 'script' && attributes['type'] !== 'application/ld+json') || name === 'style'
}

function collect(node: DefaultTreeAdapterTypes.Node, parents: readonly string[]): ParsedElement[] {
  if (!('childNodes' in node)) return []
  const isElement = 'tagName' in node
  const own: ParsedElement[] = isElement
    ? [
        {
          name: node.tagName,
          attributes: Object.fromEntries(node.attrs.map(({name, value}) => [name, value])),
          text: squeeze(textOf(node)),
          parents,
        },
      ]
    : []
  const inside = isElement ? [...parents, node.tagName] : parents
  return [...own, ...node.childNodes.flatMap((child) => collect(child, inside))]
}

const BLOCK = /^(?:h[1-6]|p|li|dt|dd|td|th|div|section|summary|legend|label|option|title)$/u

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  const inside = 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  return 'tagName' in node && BLOCK.test(node.tagName) ? ` ${inside} ` : inside
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
