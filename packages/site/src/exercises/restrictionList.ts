import type {ExerciseScreening, Reason} from '@spine-center/sdk/safety'
import {html, type Markup} from '@spine-center/sdk/html'
import {sourceLinks} from '../articles/formatReference.ts'
import type {RuleContext} from './ruleContext.ts'
import {basisWords, consensusWords, severityWords, stanceWords, wordsFor} from '../format/words.ts'

const STRICTEST_FIRST = ['absolute', 'relative', 'precaution']

/** Every published rule that reaches an exercise: for whom, how strictly, why, and on which grounds. */
export function restrictionList({reasons}: Pick<ExerciseScreening, 'reasons'>, rules: RuleContext): Markup {
  if (reasons.length === 0) {
    return html`<p>
      This clinic’s published content records no restriction on this exercise. Silence is not advice to do it.
    </p>`
  }
  const ordered = reasons.toSorted(
    (a, b) => STRICTEST_FIRST.indexOf(a.severity) - STRICTEST_FIRST.indexOf(b.severity),
  )
  return html`<ul class="restrictions">
    ${ordered.map((reason) => restriction(reason, rules))}
  </ul>`
}

/** One rule with its grounds. */
export function restriction(reason: Reason, rules: RuleContext): Markup {
  const whom = rules.audiences.get(reason.rule.id) ?? reason.facets.map(({label}) => label).join(', or ')
  const protocol =
    reason.scope === 'provider-protocol' ? ' This is the protocol of one provider; others may differ.' : ''
  return html`<li class="restriction restriction--${reason.severity}">
    <p class="restriction__title">
      <strong>${wordsFor(severityWords, reason.severity)}</strong>: readers with ${whom}
    </p>
    ${reason.rationale && html`<p>${reason.rationale}${protocol}</p>`}
    ${reason.modification && html`<p>What makes it gentler: ${reason.modification}</p>`}
    <p class="restriction__grounds">
      ${reason.basis && html`Rests on ${wordsFor(basisWords, reason.basis)}.`}
      ${wordsFor(consensusWords, reason.consensus)}
      ${reason.certainty?.value && html`Certainty: ${reason.certainty.value}${reason.certainty.scale && ` (${reason.certainty.scale})`}.`}
      ${reason.reviewState === 'fresh' ? '' : reason.reviewState === 'stale' ? 'Its clinical review is overdue.' : 'Not yet reviewed by a clinician.'}
    </p>
    ${sources(reason, rules)}
  </li>`
}

function sources({citations: items}: Reason, rules: RuleContext): Markup | null {
  const entries = items.flatMap(({citation: id, stance, locator, quote}) => {
    const citation = rules.citations.get(id ?? '')
    if (!citation) return []
    const year = citation.issued?.year ? ` (${citation.issued.year})` : ''
    const links = sourceLinks(citation).map((link) => html` ${link}`)
    return [
      html`<li>
        ${citation.title}${year}${stance && ` – ${wordsFor(stanceWords, stance)}`}${locator && `. ${locator}`}${quote && `: “${quote}”`}.${links}
      </li>`,
    ]
  })
  return entries.length === 0
    ? null
    : html`<ul class="restriction__sources" aria-label="Sources">
        ${entries}
      </ul>`
}
