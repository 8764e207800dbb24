import {remember} from '../remember.ts'
import type {Reader} from './createReader.ts'
import {createReasons} from './createReasons.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import {findConflicts} from './findConflicts.ts'
import {findSupport} from './findSupport.ts'
import {mention} from './mention.ts'
import {offerAlternatives} from './offerAlternatives.ts'
import {reviewStateOf, worstReviewState} from './reviewStateOf.ts'
import type {ExerciseFacts} from './screeningContent.ts'
import type {ExerciseScreening} from './screeningResult.ts'

/** All of a screening but the sentences. */
export type ExerciseVerdict = Omit<ExerciseScreening, 'wording'>

/** Screens one exercise after the other for one reader; levels are worked out once, when first asked for. */
export function createExerciseScreener(
  index: ScreeningIndex,
  reader: Reader,
): (exercise: ExerciseFacts) => ExerciseVerdict {
  const reasonedOf = remember(
    ({_id}: ExerciseFacts) => _id,
    (exercise) => createReasons(index.reachOf(exercise), reader),
  )
  const levelOf = (exerciseId: string) => {
    const exercise = index.exercises.get(exerciseId)
    return exercise ? reasonedOf(exercise).level : null
  }
  return (exercise) => {
    const {level, reasons, lifted, unanswered} = reasonedOf(exercise)
    const support = findSupport(exercise, reader.facets, index)
    const isSuitable = level === 'no-restriction-recorded' && support.supported && unanswered.length === 0
    const offer = offerAlternatives(exercise, level, reasons, levelOf, index)
    const reviews = reasons.map((one) => one.reviewState)
    return {
      exercise: mention(exercise),
      level,
      verdict: isSuitable ? 'positively-suitable' : level,
      supported: support.supported,
      reasons,
      lifted,
      alternatives: offer.alternatives,
      withheldAlternatives: offer.withheld,
      unanswered,
      conflicts: findConflicts(reasons, support, index),
      reviewState: worstReviewState([reviewStateOf(exercise, index.asOf), ...reviews]),
    }
  }
}
