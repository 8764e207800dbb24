import {isRecord} from '../fields/isRecord.ts'

/** A stage starts before it ends, and says what it counts in. */
export function isOrderedStage(stage: unknown): true | string {
  if (!isRecord(stage)) return true
  const {min, max, unit} = stage
  if (typeof min === 'number' && typeof max === 'number' && min >= max) {
    return `The stage starts at ${min} and ends at ${max}: it must start before it ends.`
  }
  const counted = typeof min === 'number' || typeof max === 'number'
  return !counted || typeof unit === 'string' || 'Say whether the stage is counted in days or weeks.'
}
