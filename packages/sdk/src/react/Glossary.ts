import {createElement, Fragment, type ReactNode} from 'react'
import {glossaryToHtml} from '../html/glossaryToHtml.ts'
import type {HtmlLabels} from '../html/htmlLabels.ts'
import type {ExplainedTerm} from '../html/htmlOptions.ts'
import {Markup} from '../html/Markup.ts'
import type {ElementComponents} from './articleComponents.ts'
import {toElements} from './toElements.ts'

/** Terms that a body explains. */
export interface GlossaryProps {
  readonly terms: readonly ExplainedTerm[]
  readonly labels?: Partial<HtmlLabels> | undefined
  readonly elements?: ElementComponents | undefined
}

/**
 * The terms that a body explains, with their meaning and a link back to the first use.
 *
 * @example
 * ```tsx
 * <Glossary terms={renderArticle(article).glossary} />
 * ```
 */
export function Glossary({terms, elements, ...options}: GlossaryProps): ReactNode {
  return createElement(Fragment, null, ...toElements(new Markup(glossaryToHtml(terms, options)), elements))
}
