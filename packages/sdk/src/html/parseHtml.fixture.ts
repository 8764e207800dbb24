import {parseFragment, type DefaultTreeAdapterTypes} from 'parse5'

/** An element as a browser's parser sees it. */
export interface ParsedElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly parents: readonly string[]
}

/** Every element of a piece of HTML, in order, parsed by the rules that browsers follow. */
export function parseElements(source: string): readonly ParsedElement[] {
  return collect(parseFragment(source), [])
}

/** The text that a reader sees. */
export function parseText(source: string): string {
  return textOf(parseFragment(source)).replaceAll(/\s+/gu, ' ').trim()
}

function collect(node: DefaultTreeAdapterTypes.Node, parents: readonly string[]): ParsedElement[] {
  if (!('childNodes' in node)) return []
  const isElement = 'tagName' in node
  const inside = isElement ? [...parents, node.tagName] : parents
  const own: ParsedElement[] = isElement
    ? [
        {
          name: node.tagName,
          attributes: Object.fromEntries(node.attrs.map(({name, value}) => [name, value])),
          text: textOf(node).replaceAll(/\s+/gu, ' ').trim(),
          parents,
        },
      ]
    : []
  return [...own, ...node.childNodes.flatMap((child) => collect(child, inside))]
}

const BLOCK =
  /^(?:h[1-6]|p|li|ul|ol|dt|dd|td|th|tr|caption|div|section|summary|details|figcaption|blockquote)$/u

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  const inside = 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  return 'tagName' in node && BLOCK.test(node.tagName) ? ` ${inside} ` : inside
}
