import type {ScreeningIndex} from './createScreeningIndex.ts'
import {isRetired} from './isRetired.ts'
import {rankOf} from './lattice.ts'
import type {RestrictionLevel} from './lattice.ts'
import {mention} from './mention.ts'
import type {ExerciseFacts, Maybe, NamedAlternative} from './screeningContent.ts'
import type {Alternative, Reason, WithheldAlternative} from './screeningResult.ts'

/**
 * The alternatives that the rules and the exercise name, least restricted first.
 *
 * Offered only when strictly less restricted than the exercise and at most `caution` for the same reader;
 * the others are listed with the reason, so that an editor sees why nothing is offered.
 */
export function offerAlternatives(
  exercise: ExerciseFacts,
  level: RestrictionLevel,
  reasons: readonly Reason[],
  levelOf: (exerciseId: string) => RestrictionLevel | null,
  index: ScreeningIndex,
): {alternatives: Alternative[]; withheld: WithheldAlternative[]} {
  const alternatives: Alternative[] = []
  const withheld: WithheldAlternative[] = []
  if (reasons.length === 0) return {alternatives, withheld}
  for (const {id, why, ruleId} of namedAlternatives(exercise, reasons, index)) {
    const document = index.exercises.get(id)
    const own = levelOf(id)
    const withhold = (because: WithheldAlternative['because']) =>
      withheld.push({exerciseId: id, ruleId, because, level: own})
    if (!document || own === null) withhold('not-published')
    else if (isRetired(document)) withhold('retired')
    else if (rankOf(own) < rankOf(level) && rankOf(own) <= rankOf('caution')) {
      alternatives.push({exercise: mention(document), level: own, why, ruleId})
    } else withhold('not-lower')
  }
  return {alternatives: alternatives.toSorted((a, b) => rankOf(a.level) - rankOf(b.level)), withheld}
}

interface Named {
  readonly id: string
  readonly why: string | null
  readonly ruleId: string | null
}

/** The first to name an exercise gives the reason: the strictest rule, then the exercise itself. */
function namedAlternatives(
  exercise: ExerciseFacts,
  reasons: readonly Reason[],
  index: ScreeningIndex,
): readonly Named[] {
  const named: Named[] = []
  const seen = new Set([exercise._id])
  const addAll = (list: Maybe<readonly NamedAlternative[]>, ruleId: string | null): void => {
    for (const {exercise: id, why} of list ?? []) {
      if (!id || seen.has(id)) continue
      seen.add(id)
      named.push({id, why: why ?? null, ruleId})
    }
  }
  for (const {rule} of reasons) addAll(index.ruleById.get(rule.id)?.saferAlternatives, rule.id)
  addAll(exercise.alternatives, null)
  return named
}
