import {html, type Markup} from '@spine-center/sdk/html'
import type {ExerciseScreening} from '@spine-center/sdk/safety'
import {restriction} from '../exercises/restrictionList.ts'
import type {RuleContext} from '../exercises/ruleContext.ts'

// These say what the lists below say better.
const SAID_BELOW: ReadonlySet<string> = new Set(['alternatives', 'not-answered'])
// Which of two rules counts is a matter of the rules: it stands with them.
const SAID_WITH_RULES: ReadonlySet<string> = new Set(['conflict'])

/** What the content says of one exercise: the sentences of the rules, why, and what instead. */
export function exerciseResult(result: ExerciseScreening, rules: RuleContext): Markup {
  const {exercise, wording, alternatives, reasons, unanswered} = result
  const decisive = reasons.filter(({certain, level}) => certain && level === result.level)
  const others = reasons.filter((reason) => !decisive.includes(reason))
  const withRules = others.length > 0 ? wording.filter(({key}) => SAID_WITH_RULES.has(key)) : []
  const sentences = wording.filter((one) => !SAID_BELOW.has(one.key) && !withRules.includes(one))
  const open = [...new Set(unanswered.map(({label}) => label))]
  return html`<li class="result">
    <h3><a href="/exercises/${exercise.slug}">${exercise.title}</a></h3>
    ${sentences.map(({text}) => html`<p>${text}</p>`)}
    ${
      decisive.length > 0 &&
      html`<ul class="restrictions">
        ${decisive.map((reason) => restriction(reason, rules))}
      </ul>`
    }
    ${
      alternatives.length > 0 &&
      html`<p><strong>What the content names instead:</strong></p>
        <ul>
          ${alternatives.map(({exercise: other, why}) => html`<li><a href="/exercises/${other.slug}">${other.title}</a>${why && html`: ${why}`}</li>`)}
        </ul>`
    }
    ${
      others.length > 0 &&
      html`<details>
        <summary>
          ${others.length === 1 ? '1 more rule may apply' : `${others.length} more rules may apply`}
        </summary>
        ${withRules.map(({text}) => html`<p>${text}</p>`)}
        ${open.length > 0 && html`<p>Not answered: ${open.join('; ')}.</p>`}
        <ul class="restrictions">
          ${others.map((reason) => restriction(reason, rules))}
        </ul>
      </details>`
    }
  </li>`
}
