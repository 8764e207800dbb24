import {allOf, anyOf, not} from './kleene.ts'
import type {FacetValue} from './parseAnswers.ts'
import type {Answer, Contraindication, WhenLiteral} from './screeningContent.ts'

export type ValueOf = (conditionId: string) => FacetValue

/** The literals of a rule, whatever groups they stand in. */
export function literalsOf(rule: Contraindication): WhenLiteral[] {
  return groupsOf(rule).flat()
}

/**
 * Evaluates the groups of a rule (all of any of) in Kleene's logic.
 *
 * A rule without a condition, or a group without one, is unknown and never silently false: a rule
 * against everybody must name `anyone`.
 */
export function truthOfWhen(rule: Contraindication, valueOf: ValueOf): Answer {
  return allOf(groupsOf(rule).map((literals) => truthOfGroup(literals, valueOf)))
}

/** The literals that decide each group of a rule: those that hold, or those that nobody answered. */
export function decidingLiterals(rule: Contraindication, valueOf: ValueOf): WhenLiteral[] {
  return groupsOf(rule).flatMap((literals) => {
    const truth = truthOfGroup(literals, valueOf)
    return literals.filter((literal) => truthOfLiteral(literal, valueOf) === truth)
  })
}

function groupsOf({when}: Contraindication): (readonly WhenLiteral[])[] {
  return (when?.all ?? []).map(({any}) => any ?? [])
}

function truthOfGroup(literals: readonly WhenLiteral[], valueOf: ValueOf): Answer {
  return anyOf(literals.map((literal) => truthOfLiteral(literal, valueOf)))
}

/** What a literal is for a reader; without a condition it is unknown. */
export function truthOfLiteral({condition, stage = null, state}: WhenLiteral, valueOf: ValueOf): Answer {
  const present = condition ? presence(valueOf(condition), stage) : 'unknown'
  return state === 'absent' ? not(present) : present
}

function presence(value: FacetValue, stage: string | null): Answer {
  if (value.state !== 'present' || stage === null || value.stage === stage) return value.state
  return value.stage === null ? 'unknown' : 'absent'
}
