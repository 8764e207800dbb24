import type {Exercise} from './articleParts.ts'
import {createRenderContext} from './createRenderContext.ts'
import type {HtmlProblem, HtmlSettings} from './htmlOptions.ts'
import {renderInstructions} from './renderInstructions.ts'

/**
 * Stop signs, numbered steps with their pictures, and amounts of an exercise, for its own page; of one that is no
 * longer in use, that it is not, and why.
 *
 * @param level heading level of each part, 1 to 6
 *
 * @example
 * ```ts
 * const {html} = instructionsToHtml(exercise, 2)
 * ```
 */
export function instructionsToHtml(
  exercise: Exercise,
  level: number,
  settings: HtmlSettings = {},
): {readonly html: string; readonly problems: readonly HtmlProblem[]} {
  const context = createRenderContext(settings)
  context.enter({_type: 'exercise', _key: null})
  const html = renderInstructions(
    exercise,
    {level, withStepFigures: true, isCollapsed: false},
    context,
  ).toString()
  return {html, problems: context.problems}
}
