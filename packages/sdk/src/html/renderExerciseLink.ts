import type {Exercise} from './articleParts.ts'
import {checkLink} from './checkLink.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html} from './html.ts'
import type {Markup} from './Markup.ts'

/** The title of an exercise, linked to its page where it has one. */
export function renderExerciseLink(exercise: Exercise, context: RenderContext): Markup {
  const href = checkLink(context.settings.exerciseUrl(exercise), context)
  return href ? html`<a href="${href}">${exercise.title}</a>` : html`${exercise.title}`
}
