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
  const truth = truthOfWhen(rule, valueOf)
  if (truth === 'false') return {truth, literals: []}
  const literals = (rule.when?.all ?? []).flatMap(({any}) => {
    const deciding = truthOfGroup(any ?? [], valueOf)
    return (any ?? [])
      .map((literal) => evaluateLiteral(literal, valueOf))
      .filter((one) => one.truth === deciding)
  })
  return {truth, literals}
}

/** The truth of {@link evaluateWhen} alone, for those who ask often. */
export function truthOfWhen({when}: Contraindication, valueOf: ValueOf): Truth {
  const groups = when?.all ?? []
  return groups.length === 0 ? 'unknown' : allOf(groups, ({any}) => truthOfGroup(any ?? [], valueOf))
}

function truthOfGroup(literals: readonly WhenLiteral[], valueOf: ValueOf): Truth {
  return literals.length === 0 ? 'unknown' : anyOf(literals, (literal) => truthOfLiteral(literal, valueOf))
}

function truthOfLiteral({condition, stage, state}: WhenLiteral, valueOf: ValueOf): Truth {
  const present = condition ? presence(valueOf(condition), stage ?? null) : 'unknown'
  return state === 'absent' ? not(present) : present
}

function evaluateLiteral(literal: WhenLiteral, valueOf: ValueOf): EvaluatedLiteral {
  return {
    condition: literal.condition ?? null,
    stage: literal.stage ?? null,
    state: literal.state === 'absent' ? 'absent' : 'present',
    truth: truthOfLiteral(literal, valueOf),
  }
}

function presence(value: FacetValue, stage: string | null): Truth {
  if (value.state === 'unknown') return 'unknown'
  if (value.state === 'absent') return 'false'
  if (stage === null) return 'true'
  if (value.stage === null) return 'unknown'
  return value.stage === stage ? 'true' : 'false'
}
