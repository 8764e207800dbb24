import {createElement, Fragment, type ReactNode} from 'react'
import type {Exercise} from '../html/articleParts.ts'
import type {HtmlSettings} from '../html/htmlOptions.ts'
import {instructionsToHtml} from '../html/instructionsToHtml.ts'
import {Markup} from '../html/Markup.ts'
import type {ElementComponents} from './articleComponents.ts'
import {toElements} from './toElements.ts'

/** An exercise and the level of the headings within, 1 to 6. */
export interface InstructionsProps extends HtmlSettings {
  readonly exercise: Exercise
  readonly level: number
  readonly elements?: ElementComponents | undefined
}

/**
 * Stop signs, numbered steps with their pictures, and amounts of an exercise, for its own page.
 *
 * @example
 * ```tsx
 * <Instructions exercise={exercise} level={2} />
 * ```
 */
export function Instructions({exercise, level, elements, ...settings}: InstructionsProps): ReactNode {
  const markup = new Markup(instructionsToHtml(exercise, level, settings).html)
  return createElement(Fragment, null, ...toElements(markup, elements))
}
