import type {Condition} from '@spine-center/sdk'
import {html, type Markup} from '@spine-center/sdk/html'
import type {Answers} from './answers.ts'

/** What the reader said, so that they can see what the result rests on. */
export function answerSummary(answers: Answers, conditions: readonly Condition[]): Markup {
  const labels = (reply: string) =>
    conditions.flatMap(({slug, patientLabel, stages}) => {
      if (answers.conditions.get(slug) !== reply) return []
      const stage = stages?.find(({key}) => key === answers.stages.get(slug))
      return [stage ? `${patientLabel} (${stage.label})` : patientLabel]
    })
  const rows = [
    ['You said yes to', labels('yes')],
    ['You said no to', labels('no')],
    ['You were not sure about', labels('unsure')],
  ] as const
  return html`<section aria-labelledby="answers">
    <h2 id="answers">What this rests on</h2>
    <dl class="facts">
      ${rows.map(
        ([term, items]) =>
          items.length > 0 &&
          html`<div>
            <dt>${term}</dt>
            <dd>${items.join('; ')}</dd>
          </div>`,
      )}
    </dl>
    ${rows.every(([, items]) => items.length === 0) && html`<p>You answered no question about yourself.</p>`}
  </section>`
}
