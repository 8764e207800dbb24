import type {Dosage, Exercise, StopSign} from './articleParts.ts'
import type {RenderContext} from './createRenderContext.ts'
import {checkLink} from './checkLink.ts'
import {formatDosage} from './formatDosage.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import type {Maybe} from './maybe.ts'
import {renderHeading} from './renderHeading.ts'
import {renderRetirement} from './renderRetirement.ts'
import {renderSteps, type StepChoice} from './renderSteps.ts'

/** What the instructions of an exercise show beside its own words. */
export interface InstructionChoice extends StepChoice {
  /** An amount that replaces those of the exercise. */
  readonly dosageOverride?: Maybe<Dosage>
}

/** When to stop, how it is done, and how much. Stop signs come first: they are what must not be missed. */
export function renderInstructions(
  exercise: Exercise,
  choice: InstructionChoice,
  context: RenderContext,
): Markup {
  const retired = renderRetirement(exercise, context)
  if (retired) return retired
  const {level, dosageOverride} = choice
  const dosages = dosageOverride ? [dosageOverride] : (exercise.dosages ?? [])
  return joinMarkup([
    renderStopSigns(exercise.stopIf ?? [], level, context),
    renderSteps(exercise.steps ?? [], choice, context),
    renderDosages(dosages, level, context),
  ])
}

function renderStopSigns(signs: readonly StopSign[], level: number, context: RenderContext): Markup {
  const items = signs.flatMap((sign) => {
    if (!sign.text) return []
    const pathway = sign.carePathway
    const href = checkLink(pathway ? context.settings.carePathwayUrl(pathway) : null, context)
    const lead = pathway?.heading
      ? html` <span class="stop__lead"
          >${href ? html`<a href="${href}">${pathway.heading}</a>` : pathway.heading}</span
        >`
      : ''
    return [html`<li>${sign.text}${lead}</li>`]
  })
  if (items.length === 0) return joinMarkup([])
  return html`<div class="stop">
    ${renderHeading(level, null, context.labels['exercise.stop'])}
    <ul>
      ${items}
    </ul>
  </div>`
}

function renderDosages(dosages: readonly Dosage[], level: number, context: RenderContext): Markup {
  const lists = dosages.flatMap((dosage) => {
    const lines = formatDosage(dosage, context.labels)
    if (lines.length === 0) return []
    const label = dosage.label ? html`<p class="dosage__label">${dosage.label}</p>` : ''
    const rows = lines.map(
      ({term, text}) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${text}</dd>
        </div>`,
    )
    return [
      html`${label}
        <dl>${rows}</dl>`,
    ]
  })
  const body = lists.length > 0 ? lists : html`<p>${context.labels['exercise.dosage.none']}</p>`
  return html`<div class="dosage">
    ${renderHeading(level, null, context.labels['exercise.dosage'])}${body}
  </div>`
}
