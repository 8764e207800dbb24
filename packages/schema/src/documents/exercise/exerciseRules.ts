import {isRecord} from '../../fields/isRecord.ts'
import {records} from '../../fields/records.ts'
import {refOf} from '../../fields/refOf.ts'
import {textOf} from '../../fields/textOf.ts'

const FEWEST_STEPS = 3

/** An exercise has three steps or more, or says why it has none. */
export function hasStepsOrReason(steps: unknown, exercise: unknown): true | string {
  const count = records(steps).length
  const reason = isRecord(exercise) ? textOf(exercise['stepsWaivedReason']) : ''
  if (count >= FEWEST_STEPS || reason !== '') return true
  return `There ${count === 1 ? 'is 1 step' : `are ${count} steps`}: write three or more, or say below why there are none.`
}

/** A remark on an exercise none of whose patterns is the main movement. */
export function namesMainMovement(patterns: unknown): true | string {
  const list = records(patterns)
  return (
    list.length === 0 ||
    list.some((pattern) => pattern['role'] === 'primary') ||
    'Mark the pattern that is the main movement.'
  )
}

/** No pattern stands in the list twice. */
export function namesPatternsOnce(patterns: unknown): true | string {
  const ids = records(patterns).map((pattern) => refOf(pattern['pattern']))
  const known = ids.filter((id) => id !== undefined)
  return new Set(known).size === known.length || 'A movement pattern stands here twice: keep one of the two.'
}
