import {createElement, type ReactNode} from 'react'
import type {Markup} from '../html/Markup.ts'
import type {ElementComponents} from './articleComponents.ts'
import {parseMarkup, type MarkupElement, type MarkupNode} from './parseMarkup.ts'

/** Shows the block that stands at an index of the body. */
export type ShowBlock = (index: number, children: readonly ReactNode[]) => ReactNode

/** The element that frames a block for which there is a component; it never reaches a page. */
export const BLOCK_FRAME = 'block'

// Elements that hold no text of their own, where space between tags is only layout of our templates. React
// refuses text within most parts of a table.
const STRUCTURE: ReadonlySet<string> = new Set(
  `${BLOCK_FRAME} blockquote div dl figure ol section table tbody thead tr ul`.split(' '),
)
const PROPERTIES: Readonly<Record<string, string>> = {
  class: 'className',
  srcset: 'srcSet',
  tabindex: 'tabIndex',
}

/**
 * Builds React elements from markup of our templates; a component given for the name of an element takes its place.
 *
 * @throws Error when it is not such markup, which no content can cause
 */
export function toElements(
  markup: Markup,
  components?: ElementComponents,
  showBlock?: ShowBlock,
): readonly ReactNode[] {
  const nodes = parseMarkup(markup)
  if (!nodes) throw new Error('Markup of the SDK is no tree of elements.')
  return nodesToElements(nodes, components, showBlock)
}

/** The same of markup that has been taken apart. */
export function nodesToElements(
  all: readonly MarkupNode[],
  components: ElementComponents = {},
  showBlock: ShowBlock = (_index, children) => children,
): readonly ReactNode[] {
  return childrenOf(BLOCK_FRAME, all)

  function childrenOf(parent: string, nodes: readonly MarkupNode[]): readonly ReactNode[] {
    return nodes.flatMap((node) => {
      if (typeof node !== 'string') return [toElement(node)]
      return STRUCTURE.has(parent) && node.trim() === '' ? [] : [node]
    })
  }

  function toElement({name, attributes, children: nodes}: MarkupElement): ReactNode {
    const children = childrenOf(name, nodes)
    if (name === BLOCK_FRAME) return showBlock(Number(attributes['index']), children)
    const properties = Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [PROPERTIES[key] ?? key, value]),
    )
    if (name === 'a' && components.a) {
      return createElement(components.a, {...properties, href: attributes['href'] ?? ''}, ...children)
    }
    if (name === 'img' && components.img) {
      const {src = '', alt = ''} = attributes
      return createElement(components.img, {...properties, src, alt})
    }
    return createElement(plainComponent(components, name) ?? name, properties, ...children)
  }
}

type PlainComponents = Omit<ElementComponents, 'a' | 'img'>

function plainComponent(components: PlainComponents, name: string) {
  return isGiven(components, name) ? components[name] : undefined
}

function isGiven(components: PlainComponents, name: string): name is keyof PlainComponents {
  return Object.hasOwn(components, name)
}
