import type {ExerciseListBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import {html, joinMarkup} from '../html.ts'
import type {Markup} from '../Markup.ts'
import {renderHeading} from '../renderHeading.ts'
import {renderRetirement} from '../renderRetirement.ts'
import {renderExerciseName, renderUse} from '../renderUse.ts'

/** Several exercises and what the article says of them; its heading says whether it is for or against. */
export function renderExerciseList(
  {intent, heading, exercises}: ExerciseListBlock,
  context: RenderContext,
): Markup {
  const stance = intent ?? 'neutral'
  const uses = {recommend: context.recommends, discourage: context.discourages, neutral: []}[stance]
  const items = (exercises ?? []).flatMap((id) => {
    const name = renderExerciseName(id, context)
    if (!name || !id) return []
    context.shown.exercises.add(id)
    const use = uses.find(({exercise}) => exercise === id)
    const exercise = context.exercises.get(id)
    const retired = exercise && renderRetirement(exercise, context)
    return [
      html`<li>
        <p class="exercise-list__name">${name}</p>
        ${retired}${(!retired || stance === 'discourage') && renderUse(use, context)}
      </li>`,
    ]
  })
  if (items.length === 0) return joinMarkup([])
  const label = context.labels[`exercises.${stance}`]
  // Without the marks of a preview, which cannot be seen.
  const isSaid = heading?.replace(/\p{Cf}/gu, '') === label
  const title =
    heading && !isSaid
      ? html`<span class="exercise-list__intent">${label}:</span> ${heading}`
      : heading || label
  const anchor = context.anchors.make(heading ?? label)
  return html`<div class="exercise-list exercise-list--${stance}">
    ${renderHeading(context.sections.within(), anchor, title)}
    <ul>
      ${items}
    </ul>
  </div>`
}
