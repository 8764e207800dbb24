import {createElement, Fragment, type ReactNode} from 'react'
import type {Citation} from '../html/articleParts.ts'
import type {Reference} from '../html/htmlOptions.ts'
import {Markup} from '../html/Markup.ts'
import {referencesToHtml, type ReferenceListOptions} from '../html/referencesToHtml.ts'
import type {ElementComponents} from './articleComponents.ts'
import {toElements} from './toElements.ts'

/** Numbered sources, and how each is written. */
export interface ReferenceListProps<C extends Citation> extends ReferenceListOptions<C> {
  readonly references: readonly Reference<C>[]
  readonly elements?: ElementComponents
}

/**
 * The numbered list behind a body's superscripts, with links back to where each source is used.
 *
 * @example
 * ```tsx
 * <ReferenceList references={references} formatReference={({title}) => title} />
 * ```
 */
export function ReferenceList<C extends Citation>({
  references,
  elements,
  ...options
}: ReferenceListProps<C>): ReactNode {
  const markup = new Markup(referencesToHtml(references, options))
  return createElement(Fragment, null, ...toElements(markup, elements))
}
