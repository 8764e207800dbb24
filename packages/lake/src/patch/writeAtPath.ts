import {isList, isRecord, readAttribute, type ConcretePath} from './matchPath.ts'

/**
 * Copies a value with one place replaced; everything beside the way to that place is shared with the original.
 */
export function writeAtPath(value: unknown, path: ConcretePath, replacement: unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return replacement
  if (typeof head === 'number') {
    const list = isList(value) ? value : []
    const next = writeAtPath(list[head], rest, replacement)
    return Object.is(next, list[head]) && head < list.length ? list : list.toSpliced(head, 1, next)
  }
  const previous = readAttribute(value, head)
  const next = writeAtPath(previous, rest, replacement)
  if (Object.is(next, previous) && next !== undefined) return value
  // A computed key defines an own attribute even for "__proto__".
  return {...(isRecord(value) ? value : {}), [head]: next}
}

/** Copies a value without one attribute or list element; a place that is not there changes nothing. */
export function removeAtPath(value: unknown, path: ConcretePath): unknown {
  const [head, ...rest] = path
  if (head === undefined) return value
  if (rest.length > 0) {
    const child =
      typeof head === 'number' ? (isList(value) ? value[head] : undefined) : readAttribute(value, head)
    const next = removeAtPath(child, rest)
    return Object.is(next, child) ? value : writeAtPath(value, [head], next)
  }
  if (typeof head === 'number') return isList(value) && head < value.length ? value.toSpliced(head, 1) : value
  if (!isRecord(value) || !Object.hasOwn(value, head)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== head))
}
