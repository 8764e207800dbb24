import {allOf, anyOf, not} from './kleene.ts'
import type {Truth} from './kleene.ts'
import type {FacetValue} from './resolveFacets.ts'
import type {Contraindication, WhenLiteral} from './screeningContent.ts'

export type ValueOf = (conditionId: string) => FacetValue

/** One literal with its truth for a reader; `condition` is null where the rule names none. */
export interface EvaluatedLiteral {
  readonly condition: string | null
  readonly stage: string | null
  readonly state: 'present' | 'absent'
  readonly truth: Truth
}

export interface EvaluatedWhen {
  readonly truth: Truth
  /** The literals of the groups that decide: those that hold, and those that nobody answered. */
  readonly literals: readonly EvaluatedLiteral[]
}

/**
 * Evaluates the groups of a rule (all of any of) in Kleene's logic.
 *
 * A rule without a condition, or a group without one, is unknown and never silently false: a rule
 * against everybody must name `anyone`.
 */
export function evaluateWhen(rule: Contraindication, valueOf: ValueOf): EvaluatedWhen {
  const groups = (rule.when?.all ?? []).map((group) =>
    (group.any ?? []).map((one) => evaluateLiteral(one, valueOf)),
  )
  if (groups.length === 0) return {truth: 'unknown', literals: []}
  const truths = groups.map((group) =>
    group.length === 0 ? 'unknown' : anyOf(group.map(({truth}) => truth)),
  )
  const truth = allOf(truths)
  const literals = groups.flatMap((group, index) =>
    group.filter((literal) => literal.truth === truths[index]),
  )
  return {truth, literals: truth === 'false' ? [] : literals}
}

function evaluateLiteral(literal: WhenLiteral, valueOf: ValueOf): EvaluatedLiteral {
  const condition = literal.condition ?? null
  const stage = literal.stage ?? null
  const state = literal.state === 'absent' ? 'absent' : 'present'
  const present = condition === null ? 'unknown' : presence(valueOf(condition), stage)
  return {condition, stage, state, truth: state === 'absent' ? not(present) : present}
}

function presence(value: FacetValue, stage: string | null): Truth {
  if (value.state === 'unknown') return 'unknown'
  if (value.state === 'absent') return 'false'
  if (stage === null) return 'true'
  if (value.stage === null) return 'unknown'
  return value.stage === stage ? 'true' : 'false'
}
