import type {Dosage} from '../html/articleParts.ts'
import {formatDosage} from '../html/formatDosage.ts'
import {given} from './given.ts'
import type {DosageTerms, QuantityNode} from './nodes.ts'

// UN/CEFACT common codes: second, minute.
const TIME_UNITS: Readonly<Record<string, string>> = {s: 'SEC', min: 'MIN'}

/**
 * An amount in the terms of `ExercisePlan`, in numbers where schema.org has a place for them and otherwise in
 * the words of the page.
 */
export function dosageProperties(dosage: Dosage): DosageTerms {
  const words = new Map(formatDosage(dosage).map(({term, text}) => [term, text]))
  const {reps, restSeconds, duration} = dosage
  return {
    ...given('repetitions', quantity(reps, {unitText: reps?.unit ?? 'rep'})),
    ...given('restPeriods', quantity(restSeconds, {unitCode: 'SEC'})),
    ...given('activityDuration', quantity(duration, timeUnit(duration?.unit))),
    ...given('activityFrequency', words.get('How often')),
    ...given('intensity', words.get('Effort')),
    ...given(
      'additionalVariable',
      ['Amount', 'Hold', 'Distance', 'Tempo', 'Progress'].flatMap((term) => {
        const text = words.get(term)
        return text ? [`${term}: ${text}`] : []
      }),
    ),
  }
}

type Unit = {readonly unitText: string} | {readonly unitCode: string}

function timeUnit(unit: string | null | undefined): Unit {
  const unitCode = TIME_UNITS[unit ?? '']
  return unitCode ? {unitCode} : {unitText: unit ?? ''}
}

function quantity(range: Dosage['sets'], unit: Unit): QuantityNode | null {
  const min = range?.min ?? null
  const max = range?.max ?? null
  if (min === null && max === null) return null
  const value = max === null || min === max ? min : null
  const bounds = value === null ? {...given('minValue', min), ...given('maxValue', max)} : {value}
  return {'@type': 'QuantitativeValue', ...bounds, ...unit}
}
