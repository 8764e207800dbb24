import type {Step} from './articleParts.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import {renderFigure} from './renderFigure.ts'
import {renderHeading} from './renderHeading.ts'

/** Numbered steps with their tips and cautions. */
export function renderSteps(
  steps: readonly Step[],
  level: number,
  withFigures: boolean,
  context: RenderContext,
): Markup {
  const items = steps.flatMap(({text, cue, caution, figure}) => {
    if (!text) return []
    const tip = cue ? html`<p class="step__cue">${context.labels['step.cue']} ${cue}</p>` : ''
    const care = caution
      ? html`<p class="step__caution"><strong>${context.labels['step.caution']}</strong> ${caution}</p>`
      : ''
    const picture = withFigures && figure?.image ? renderFigure(figure, context, 'figure step__figure') : ''
    return [
      html`<li>
        <p>${text}</p>
        ${tip}${care}${picture}
      </li>`,
    ]
  })
  if (items.length === 0) return joinMarkup([])
  return html`<div class="steps">
    ${renderHeading(level, null, context.labels['exercise.steps'])}
    <ol>
      ${items}
    </ol>
  </div>`
}
