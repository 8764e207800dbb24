import type {Dosage} from '../html/articleParts.ts'
import {formatDosage} from '../html/formatDosage.ts'
import type {HtmlLabels} from '../html/htmlLabels.ts'
import {given} from './given.ts'
import type {DosageTerms, QuantityNode} from './nodes.ts'

// UN/CEFACT common codes: second, minute.
const TIME_UNITS: Readonly<Record<string, string>> = {s: 'SEC', min: 'MIN'}
// What schema.org has no property for.
const VARIABLES: ReadonlySet<string> = new Set(['amount', 'hold', 'distance', 'tempo', 'progress'])

/**
 * An amount in the terms of `ExercisePlan`, in numbers where schema.org has a place for them and otherwise in
 * the words of the page.
 */
export function dosageProperties(dosage: Dosage, labels: Partial<HtmlLabels> = {}): DosageTerms {
  const lines = formatDosage(dosage, labels)
  const words = new Map(lines.map(({name, text}) => [name, text]))
  const {reps, restSeconds, duration} = dosage
  return {
    ...given('repetitions', quantity(reps, {unitText: reps?.unit ?? 'rep'})),
    ...given('restPeriods', quantity(restSeconds, {unitCode: 'SEC'})),
    ...given('activityDuration', quantity(duration, timeUnit(duration?.unit))),
    ...given('activityFrequency', words.get('frequency')),
    ...given('intensity', words.get('effort')),
    ...given(
      'additionalVariable',
      lines.flatMap(({name, term, text}) => (VARIABLES.has(name) ? [`${term}: ${text}`] : [])),
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
