import {createElement, Fragment, type ReactNode} from 'react'
import type {Figure as FigureContent} from '../html/articleParts.ts'
import {figureToHtml} from '../html/figureToHtml.ts'
import type {HtmlSettings} from '../html/htmlOptions.ts'
import {Markup} from '../html/Markup.ts'
import type {Maybe} from '../html/maybe.ts'
import type {ElementComponents} from './articleComponents.ts'
import {toElements} from './toElements.ts'

/** A picture with its words. */
export interface FigureProps extends HtmlSettings {
  readonly figure: Maybe<FigureContent>
  readonly elements?: ElementComponents | undefined
}

/**
 * A picture with its alternative text, sizes and caption; nothing without a picture.
 *
 * @example
 * ```tsx
 * <Figure figure={article.leadFigure} onProblem={log} />
 * ```
 */
export function Figure({figure, elements, ...settings}: FigureProps): ReactNode {
  const markup = new Markup(figureToHtml(figure, settings))
  return createElement(Fragment, null, ...toElements(markup, elements))
}
