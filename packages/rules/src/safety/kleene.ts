import {firstOf} from '../firstOf.ts'
import type {Answer} from './screeningContent.ts'

/** The values of Kleene's strong three-valued logic, in which `present` is true and `absent` is false. */
export const TRUEST_FIRST: readonly Answer[] = ['present', 'unknown', 'absent']

export function not(value: Answer): Answer {
  if (value === 'unknown') return value
  return value === 'present' ? 'absent' : 'present'
}

/** The truest of several values; of none, unknown: what says nothing is never silently false. */
export function anyOf(values: readonly Answer[]): Answer {
  return firstOf(TRUEST_FIRST, values) ?? 'unknown'
}

/** The falsest of several values; of none, unknown: what says nothing is never silently true. */
export function allOf(values: readonly Answer[]): Answer {
  return not(anyOf(values.map(not)))
}
