/** A truth value of Kleene's strong three-valued logic. */
export type Truth = 'true' | 'false' | 'unknown'

export function not(value: Truth): Truth {
  if (value === 'unknown') return 'unknown'
  return value === 'true' ? 'false' : 'true'
}

/** True when it holds of all, false as soon as it does not of one, else unknown. */
export function allOf<T>(items: Iterable<T>, truthOf: (item: T) => Truth): Truth {
  let result: Truth = 'true'
  for (const item of items) {
    const truth = truthOf(item)
    if (truth === 'false') return truth
    if (truth === 'unknown') result = truth
  }
  return result
}

/** True as soon as it holds of one, false when it does of none, else unknown. */
export function anyOf<T>(items: Iterable<T>, truthOf: (item: T) => Truth): Truth {
  return not(allOf(items, (item) => not(truthOf(item))))
}
