import {firstOf} from '../firstOf.ts'

/** A truth value of Kleene's strong three-valued logic. */
export type Truth = 'true' | 'false' | 'unknown'

const FALSEST_FIRST: readonly Truth[] = ['false', 'unknown', 'true']

export function not(value: Truth): Truth {
  if (value === 'unknown') return value
  return value === 'true' ? 'false' : 'true'
}

/** The falsest of several values; of none, unknown: what says nothing is never silently true. */
export function allOf(values: readonly Truth[]): Truth {
  return firstOf(FALSEST_FIRST, values) ?? 'unknown'
}

/** The truest of several values; of none, unknown: what says nothing is never silently false. */
export function anyOf(values: readonly Truth[]): Truth {
  return not(allOf(values.map(not)))
}
