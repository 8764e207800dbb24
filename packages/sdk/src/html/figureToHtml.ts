import type {Figure} from './articleParts.ts'
import {createRenderContext} from './createRenderContext.ts'
import type {HtmlSettings} from './htmlOptions.ts'
import type {Maybe} from './maybe.ts'
import {renderFigure} from './renderFigure.ts'

/**
 * A picture with its alternative text, sizes and caption; an empty string without a picture.
 *
 * @example
 * ```ts
 * const lead = figureToHtml(article.leadFigure)
 * ```
 */
export function figureToHtml(figure: Maybe<Figure>, settings: HtmlSettings = {}): string {
  const context = createRenderContext(settings)
  context.enter({_type: 'figure'})
  return renderFigure(figure, context).toString()
}
