import type {Exercise} from './articleParts.ts'
import {checkUrl} from './checkUrl.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html} from './html.ts'
import type {Markup} from './Markup.ts'

/** The title of an exercise, linked to its page where it has one. */
export function renderExerciseLink(exercise: Exercise, {settings}: RenderContext): Markup {
  const href = checkUrl(settings.exerciseUrl(exercise))
  return href ? html`<a href="${href}">${exercise.title}</a>` : html`${exercise.title}`
}
