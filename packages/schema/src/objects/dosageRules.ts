import type {Finding} from '../fields/findings.ts'
import {findings} from '../fields/findings.ts'
import {isRecord} from '../fields/isRecord.ts'

const amounts = ['sets', 'reps', 'holdSeconds', 'duration', 'distance', 'frequency', 'intensity']

/** Holds when a dosage says how much of anything. */
export function statesAnAmount(dosage: unknown): true | string {
  if (!isRecord(dosage)) return true
  return (
    amounts.some((name) => isRecord(dosage[name]) && typeof dosage[name]['min'] === 'number') ||
    'Give at least one amount, or remove this dosage: an exercise may have none.'
  )
}

/** Amounts that mean nothing without their unit, and the sentence that asks for it. */
const units = [
  ['reps', 'unit', 'Say what is counted: repetitions, steps or breaths.'],
  ['duration', 'unit', 'Say whether the duration is in seconds or minutes.'],
  ['distance', 'unit', 'Say whether the distance is in metres, kilometres or miles.'],
  ['frequency', 'per', 'Say whether the frequency is per day or per week.'],
  ['intensity', 'scale', 'Say on which scale the intensity is given.'],
] as const

/** Finds amounts without a unit. */
export function findMissingUnits(dosage: unknown): true | Finding[] {
  if (!isRecord(dosage)) return true
  return findings(
    units.flatMap(([name, unit, message]) => {
      const amount = dosage[name]
      const lacksUnit = isRecord(amount) && typeof amount['min'] === 'number' && !amount[unit]
      return lacksUnit ? [{message, path: [name, unit]}] : []
    }),
  )
}

/** A remark on a dosage that no source states. */
export function isNotAssumed(confidence: string | undefined): true | string {
  return (
    confidence !== 'assumed' ||
    'No source states this dosage. Readers will take it for advice: leave it out unless a clinician stands behind it.'
  )
}
