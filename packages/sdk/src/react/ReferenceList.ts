import {createElement, type ReactNode} from 'react'
import type {Citation} from '../html/articleParts.ts'
import {html, type MarkupValue} from '../html/html.ts'
import {HTML_LABELS} from '../html/htmlLabels.ts'
import type {Reference} from '../html/htmlOptions.ts'
import {Markup} from '../html/Markup.ts'
import type {ReferenceListOptions} from '../html/referencesToHtml.ts'
import {renderReference} from '../html/renderReference.ts'
import type {ElementComponents} from './articleComponents.ts'
import {parseMarkup} from './parseMarkup.ts'
import {nodesToElements} from './toElements.ts'

/** Numbered sources, and how each is written. */
export interface ReferenceListProps<C extends Citation> extends Pick<ReferenceListOptions<C>, 'labels'> {
  readonly references: readonly Reference<C>[]
  /** A source in the style of the page: elements, text, or markup made by `html` of `/html`. */
  readonly formatReference: (citation: C) => MarkupValue | ReactNode
  readonly elements?: ElementComponents | undefined
}

/**
 * The numbered list behind a body's superscripts, with links back to where each source is used. Entries whose markup
 * is more than plain tags, such as attributes `style`, are put in as they are, without `elements`.
 *
 * @example
 * ```tsx
 * <ReferenceList references={references} formatReference={({title}) => <cite>{title}</cite>} />
 * ```
 */
export function ReferenceList<C extends Citation>({
  references,
  formatReference,
  labels: ownLabels,
  elements = {},
}: ReferenceListProps<C>): ReactNode {
  if (references.length === 0) return null
  const labels = {...HTML_LABELS, ...ownLabels}
  const entries = references.flatMap((reference) => {
    const {anchor: id, number: value} = reference
    const shown = formatReference(reference.citation)
    const [own, source] = holdsMarkup(shown) ? [null, shown] : [shown, html`<block index="0"></block>`]
    const markup = renderReference(reference, source, labels)
    const nodes = parseMarkup(html`<li id="${id}" value="${value}">${markup}</li>`)
    if (nodes) return nodesToElements(nodes, elements, () => own)
    return createElement('li', {id, value, dangerouslySetInnerHTML: {__html: markup.toString()}})
  })
  return createElement(elements.ol ?? 'ol', {className: 'references'}, ...entries)
}

function holdsMarkup(shown: MarkupValue | ReactNode): shown is MarkupValue {
  return shown instanceof Markup || (Array.isArray(shown) && shown.some(holdsMarkup))
}
