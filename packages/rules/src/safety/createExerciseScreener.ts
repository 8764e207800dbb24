import {remember} from '../remember.ts'
import {createRuleViews} from './createRuleViews.ts'
import {createReasons} from './createReasons.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import {findConflicts} from './findConflicts.ts'
import {findSupport} from './findSupport.ts'
import {mention} from './mention.ts'
import {offerAlternatives} from './offerAlternatives.ts'
import {reviewStateOf, worstReviewState} from './reviewStateOf.ts'
import type {Answers} from './parseAnswers.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import type {ExerciseFacts} from './screeningContent.ts'
import type {ExerciseScreening} from './screeningResult.ts'

/** All of a screening but the sentences. */
export type ExerciseVerdict = Omit<ExerciseScreening, 'wording'>

/** Screens one exercise after the other for one reader; levels are worked out once, when first asked for. */
export function createExerciseScreener(
  index: ScreeningIndex,
  facets: ResolvedFacets,
  facts: Answers,
): (exercise: ExerciseFacts) => ExerciseVerdict {
  const viewOf = createRuleViews(index, facets, facts)
  const reasonedOf = remember((exercise: ExerciseFacts) => createReasons(index.reachOf(exercise), viewOf))
  return (exercise) => {
    const reasoned = reasonedOf(exercise)
    const {level, reasons, unanswered} = reasoned
    const review = reviewStateOf(exercise, index.asOf)
    // Statements count only while the exercise's clinical review is fresh.
    const evidence = review === 'fresh' ? exercise.evidence : null
    const {supported, covered} = findSupport(evidence, facets.stated, index)
    const isSuitable = level === 'no-restriction-recorded' && supported && unanswered.length === 0
    return {
      exercise: mention(exercise),
      verdict: isSuitable ? 'positively-suitable' : level,
      supported,
      ...reasoned,
      ...offerAlternatives(exercise, reasonedOf, index),
      conflicts: findConflicts(reasons, covered, index),
      reviewState: worstReviewState([review, ...reasons.map((one) => one.reviewState)]),
    }
  }
}
