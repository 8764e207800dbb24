/** A truth value of Kleene's strong three-valued logic. */
export type Truth = 'true' | 'false' | 'unknown'

export function not(value: Truth): Truth {
  if (value === 'unknown') return 'unknown'
  return value === 'true' ? 'false' : 'true'
}

/** True when all are true, false as soon as one is false, else unknown. */
export function allOf(values: Iterable<Truth>): Truth {
  let result: Truth = 'true'
  for (const value of values) {
    if (value === 'false') return 'false'
    if (value === 'unknown') result = 'unknown'
  }
  return result
}
