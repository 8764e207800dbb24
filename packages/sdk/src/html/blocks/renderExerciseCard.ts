import type {Exercise, ExerciseUse} from '../articleParts.ts'
import type {ExerciseCardBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import {html, joinMarkup} from '../html.ts'
import type {Markup} from '../Markup.ts'
import type {Maybe} from '../maybe.ts'
import {renderDisclaimerNote} from '../renderDisclaimerNote.ts'
import {renderFigure} from '../renderFigure.ts'
import {renderHeading} from '../renderHeading.ts'
import {renderInstructions} from '../renderInstructions.ts'
import {renderRetirement} from '../renderRetirement.ts'
import {renderExerciseName, renderUse} from '../renderUse.ts'

/** An exercise with picture, steps, amount and stop signs, and what this article adds to it; or that it is no longer in use. */
export function renderExerciseCard({exercise: id}: ExerciseCardBlock, context: RenderContext): Markup {
  const name = renderExerciseName(id, context)
  const exercise = context.exercises.get(id ?? '')
  if (!name || !exercise) return joinMarkup([])
  context.shown.exercises.add(exercise._id)
  const recommended = context.recommends.find((use) => use.exercise === id)
  const use = recommended ?? context.discourages.find((one) => one.exercise === id)
  const level = context.sections.within()
  const {disclaimer} = context
  const isDiscouraged = use !== undefined && recommended === undefined
  const anchor = context.anchors.make(exercise.slug ?? exercise.title ?? '')
  const retired = renderRetirement(exercise, context)
  const instructions =
    isDiscouraged || retired
      ? ''
      : renderInstructions(
          exercise,
          {
            level: level + 1,
            withStepFigures: false,
            isCollapsed: context.settings.collapseSteps,
            dosageOverride: use?.dosageOverride,
          },
          context,
        )
  return html`<div class="exercise-card${isDiscouraged && ' exercise-card--discouraged'}">
    ${renderHeading(level, anchor, name, 'exercise-card__name')}
    ${retired ? html`${retired}${isDiscouraged && renderUse(use, context)}` : renderIntro(exercise, use, context)}
    ${instructions}${!retired && disclaimer?.placement === 'with-exercise' && renderDisclaimerNote(disclaimer, level + 1, context)}
  </div>`
}

function renderIntro(exercise: Exercise, use: Maybe<ExerciseUse>, context: RenderContext): Markup {
  return html`<div class="exercise-card__intro">
    ${renderFigure(exercise.figure, context, 'exercise-card__figure')}
    <div class="exercise-card__words">
      ${exercise.purpose && html`<p class="exercise-card__purpose">${exercise.purpose}</p>`}${renderUse(use, context)}
    </div>
  </div>`
}
