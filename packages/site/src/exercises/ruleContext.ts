import type {Citation, Condition, Contraindication} from '@spine-center/sdk'

/** What it takes to show a rule to readers. */
export interface RuleContext {
  readonly citations: ReadonlyMap<string, Pick<Citation, 'title' | 'identifiers' | 'issued'>>
  /** By id of a rule: for whom it holds, as the end of “readers with …”. */
  readonly audiences: ReadonlyMap<string, string>
}

type RuleAudience = Pick<Contraindication, '_id' | 'when'>
type StagedCondition = Pick<Condition, 'slug' | 'stages'>

export function createRuleContext(
  citations: readonly Citation[],
  rules: readonly RuleAudience[],
  conditions: readonly StagedCondition[],
): RuleContext {
  return {
    citations: new Map(citations.map((citation) => [citation._id, citation])),
    audiences: new Map(rules.map((rule) => [rule._id, audienceOf(rule, conditions)])),
  }
}

/** Every group of a rule must hold, by any one of its conditions; a stage narrows a condition. */
export function audienceOf({when}: RuleAudience, conditions: readonly StagedCondition[]): string {
  const groups = when.all.map(({any}) => {
    const options = any.flatMap(({condition, stage, state}) => {
      if (!condition) return []
      const stages = conditions.find(({slug}) => slug === condition.slug)?.stages
      const staged = stage ? ` (${stages?.find(({key}) => key === stage)?.label ?? stage})` : ''
      return [`${state === 'absent' ? 'no ' : ''}${condition.patientLabel}${staged}`]
    })
    return [...new Set(options)].join(', or ')
  })
  return groups.join('; and also with ')
}
