import {isRetired} from '@spine-center/rules/safety'
import type {Exercise} from './articleParts.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html} from './html.ts'
import type {Markup} from './Markup.ts'
import {renderExerciseLink} from './renderExerciseLink.ts'

/** What stands in the place of an exercise that is no longer in use, which is reported; null for one that is. */
export function renderRetirement(exercise: Exercise, context: RenderContext): Markup | null {
  if (!isRetired(exercise)) return null
  const {labels} = context
  const {reason, replacedBy} = exercise.retirement ?? {}
  context.report('retired-exercise', `“${exercise.title ?? exercise._id}” is no longer in use: take it out.`)
  return html`<div class="warning warning--important" role="note">
    <p>
      <strong>${labels['exercise.retired']}</strong>
      ${reason}${replacedBy?.title && html` ${labels['exercise.replaced']} ${renderExerciseLink(replacedBy, context)}.`}
    </p>
  </div>`
}
