import {sortByText} from '../compareText.ts'
import {unique} from '../unique.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import type {Support} from './findSupport.ts'
import {mentionCondition} from './mention.ts'
import type {Conflict, Reason} from './screeningResult.ts'

/**
 * Where published statements on one exercise and one condition disagree: rules of different severity,
 * a general rule beside a clinic's own protocol, or a rule beside a statement that supports the exercise.
 */
export function findConflicts(
  reasons: readonly Reason[],
  covered: Support['covered'],
  {conditions}: ScreeningIndex,
): Conflict[] {
  const conflicts: Conflict[] = []
  for (const id of unique(reasons.flatMap(({facets}) => facets.map((facet) => facet.id)))) {
    const add = (kind: Conflict['kind'], about: readonly Reason[], citations: readonly string[]) => {
      const rules = about.map(({rule: {id, title}, severity, scope}) => ({id, title, severity, scope}))
      conflicts.push({kind, facet: mentionCondition(id, conditions), rules, citations})
    }
    const all = reasons.filter(({facets}) => facets.some((facet) => facet.id === id))
    const certain = all.filter((reason) => reason.certain)
    const citations = covered.flatMap((one) => (one.ancestry.has(id) ? one.citations : []))
    if (differ(all, ({severity}) => severity)) {
      const isOfScopes = differ(all, ({scope, organization}) => `${scope} ${organization ?? ''}`)
      add(isOfScopes ? 'scope' : 'severity', all, [])
    }
    if (citations.length > 0 && certain.length > 0) add('support', certain, unique(citations).toSorted())
  }
  return sortByText(conflicts, ({facet, kind}) => `${facet.slug} ${kind}`)
}

function differ(reasons: readonly Reason[], by: (reason: Reason) => string): boolean {
  return unique(reasons.map(by)).length > 1
}
