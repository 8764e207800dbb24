import type {Reasoned} from './createReasons.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import {isRetired} from './isRetired.ts'
import {rankOf} from './lattice.ts'
import {mention} from './mention.ts'
import type {ExerciseFacts, Maybe, NamedAlternative} from './screeningContent.ts'
import type {Alternative, ExerciseScreening, WithheldAlternative} from './screeningResult.ts'

/**
 * The alternatives that the rules and the exercise name, least restricted first.
 *
 * Offered only when strictly less restricted than the exercise and at most `caution` for the same reader;
 * the others are listed with the reason, so that an editor sees why nothing is offered.
 */
export function offerAlternatives(
  exercise: ExerciseFacts,
  reasonedOf: (exercise: ExerciseFacts) => Reasoned,
  index: ScreeningIndex,
): Pick<ExerciseScreening, 'alternatives' | 'withheldAlternatives'> {
  const {level, reasons} = reasonedOf(exercise)
  const alternatives: Alternative[] = []
  const withheldAlternatives: WithheldAlternative[] = []
  const seen = new Set([exercise._id])
  // The first to name an exercise gives the reason: the strictest rule, then the exercise itself.
  const consider = (named: Maybe<readonly NamedAlternative[]>, ruleId: string | null): void => {
    for (const {exercise: id, why = null} of named ?? []) {
      if (!id || seen.has(id)) continue
      seen.add(id)
      const document = index.exercises.get(id)
      const own = document ? reasonedOf(document).level : null
      const withhold = (because: WithheldAlternative['because']) =>
        withheldAlternatives.push({exerciseId: id, ruleId, because, level: own})
      if (!document || own === null) withhold('not-published')
      else if (isRetired(document)) withhold('retired')
      else if (rankOf(own) < Math.min(rankOf(level), rankOf('ask-first'))) {
        alternatives.push({exercise: mention(document), level: own, why, ruleId})
      } else withhold('not-lower')
    }
  }
  for (const {rule} of reasons) consider(index.ruleById.get(rule.id)?.saferAlternatives, rule.id)
  if (reasons.length > 0) consider(exercise.alternatives, null)
  alternatives.sort((a, b) => rankOf(a.level) - rankOf(b.level))
  return {alternatives, withheldAlternatives}
}
