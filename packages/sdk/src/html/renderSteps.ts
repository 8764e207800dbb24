import type {Step} from './articleParts.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import {renderFigure} from './renderFigure.ts'
import {renderHeading} from './renderHeading.ts'

/** How the steps of an exercise are shown. */
export interface StepChoice {
  readonly level: number
  /** Whether pictures of single steps are shown. */
  readonly withStepFigures: boolean
  /** Whether they stand behind a click. */
  readonly isCollapsed: boolean
}

/** Numbered steps with their tips and cautions. */
export function renderSteps(steps: readonly Step[], choice: StepChoice, context: RenderContext): Markup {
  const items = steps.flatMap((step) => (step.text ? [renderStep(step, choice, context)] : []))
  if (items.length === 0) return joinMarkup([])
  const title = context.labels['exercise.steps']
  const list = html`<ol>
    ${items}
  </ol>`
  return choice.isCollapsed
    ? html`<details class="steps">
        <summary>${title}</summary>
        ${list}
      </details>`
    : html`<div class="steps">${renderHeading(choice.level, null, title)}${list}</div>`
}

function renderStep(
  {text, cue, caution, figure}: Step,
  {withStepFigures}: StepChoice,
  context: RenderContext,
): Markup {
  const {labels} = context
  const tip = cue ? html`<p class="step__cue">${labels['step.cue']} ${cue}</p>` : ''
  const care = caution
    ? html`<p class="step__caution"><strong>${labels['step.caution']}</strong> ${caution}</p>`
    : ''
  const picture = withStepFigures && figure?.image ? renderFigure(figure, context, 'figure step__figure') : ''
  return html`<li>
    <p>${text}</p>
    ${tip}${care}${picture}
  </li>`
}
