import type {ExerciseUse} from './articleParts.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import type {Maybe} from './maybe.ts'
import {renderExerciseLink} from './renderExerciseLink.ts'
import {renderRetirement} from './renderRetirement.ts'

/** What the article says of an exercise: for whom, with which care, why not, and what instead. */
export function renderUse(use: Maybe<ExerciseUse>, context: RenderContext): Markup {
  if (!use) return joinMarkup([])
  const {labels} = context
  const audience = (use.audience ?? []).flatMap((condition) => condition?.patientLabel ?? [])
  return html`${audience.length > 0 && html`<p class="use__audience"><strong>${labels['exercise.only-for']}</strong> ${audience.join('; ')}.</p>`}${use.reason && html`<p class="use__reason"><strong>${labels['exercise.reason']}:</strong> ${use.reason}</p>`}${use.caution && html`<p class="use__caution"><strong>${labels['exercise.caution']}:</strong> ${use.caution}</p>`}${renderAlternatives(use, context)}`
}

function renderAlternatives(
  {alternatives, noAlternativeReason}: ExerciseUse,
  context: RenderContext,
): Markup {
  const items = (alternatives ?? []).flatMap(({exercise: id, why}) => {
    const exercise = context.exercises.get(id ?? '')
    if (exercise && renderRetirement(exercise, context)) return []
    const name = renderExerciseName(id, context)
    return name ? [html`<li>${name}${why ? html`: ${why}` : ''}</li>`] : []
  })
  if (items.length > 0) {
    return html`<p class="use__instead"><strong>${context.labels['exercise.instead']}:</strong></p>
      <ul class="use__alternatives">
        ${items}
      </ul>`
  }
  if (!noAlternativeReason) return joinMarkup([])
  return html`<p class="use__instead">
    <strong>${context.labels['exercise.instead.none']}</strong> ${noAlternativeReason}
  </p>`
}

/** The name of an exercise, linked to its page; null when it is not published. */
export function renderExerciseName(id: Maybe<string>, context: RenderContext): Markup | null {
  const exercise = context.exercises.get(id ?? '')
  if (!exercise?.title) {
    context.report('missing-document', `The exercise “${id ?? ''}” is not published; it is left out.`)
    return null
  }
  return renderExerciseLink(exercise, context)
}
