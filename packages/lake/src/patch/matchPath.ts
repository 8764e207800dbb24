import type {Comparator, Filter, Literal, Selector, Step} from './parsePath.ts'

/** A place in a document: attribute names and array indexes from its root. */
export type ConcretePath = readonly (string | number)[]
export type Match = {path: ConcretePath; value: unknown}

/** `existing`: only places that are there. `creating`: also the attributes that a `set` would add. */
export type MatchMode = 'creating' | 'existing'

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** Own attributes alone: a path may say `__proto__` or `constructor`. */
export function readAttribute(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function compare(left: unknown, comparator: Comparator, right: Literal): boolean {
  if (comparator === '==') return left === right
  if (comparator === '!=') return left !== right
  const comparable =
    (typeof left === 'number' && typeof right === 'number') ||
    (typeof left === 'string' && typeof right === 'string')
  if (!comparable) return false
  switch (comparator) {
    case '>':
      return left > right
    case '>=':
      return left >= right
    case '<':
      return left < right
    default:
      return left <= right
  }
}

function passes(value: unknown, filter: Filter): boolean {
  let found = value
  for (const name of filter.attributes) found = readAttribute(found, name)
  if (found === undefined) return false
  if (filter.comparison === undefined) return true
  return compare(found, filter.comparison.comparator, filter.comparison.literal)
}

/** Index of a list, negative ones counted from its end (`[-1]` is the last element). */
export function toIndex(index: number, length: number): number {
  return index < 0 ? index + length : index
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length)
}

/** Positions that a range takes: the start is in, the end is not, absent bounds mean the list's own. */
export function toBounds(range: {start: number | undefined; end: number | undefined}, length: number) {
  return {
    start: clamp(toIndex(range.start ?? 0, length), length),
    end: clamp(range.end === undefined ? length : toIndex(range.end, length), length),
  }
}

function children({path, value}: Match): Match[] {
  if (isList(value)) return value.map((item, index) => ({path: [...path, index], value: item}))
  if (isRecord(value)) return Object.keys(value).map((key) => ({path: [...path, key], value: value[key]}))
  return []
}

function withDescendants(match: Match): Match[] {
  return [match, ...children(match).flatMap(withDescendants)]
}

function stepInto({path, value}: Match, name: string, mode: MatchMode): Match[] {
  // A missing place, or one that holds a plain value, becomes an object when `set` writes below it; a list does not.
  const reachable = mode === 'creating' ? !isList(value) : isRecord(value) && Object.hasOwn(value, name)
  return reachable ? [{path: [...path, name], value: readAttribute(value, name)}] : []
}

function select(
  match: Match,
  selector: Selector,
  {mode, isLast}: {mode: MatchMode; isLast: boolean},
): Match[] {
  const {path, value} = match
  switch (selector.type) {
    case 'every':
      return children(match)
    case 'names':
      return selector.names.reduce<Match[]>(
        (found, name) => found.flatMap((one) => stepInto(one, name, mode)),
        [match],
      )
    case 'filter':
      if (isList(value)) return children(match).filter((child) => passes(child.value, selector))
      return isRecord(value) && passes(value, selector) ? [match] : []
    case 'index': {
      if (!isList(value)) return []
      const index = toIndex(selector.index, value.length)
      // `set` may write one place past the end, but nothing below it, as the client's own optimistic patches do.
      const last = mode === 'creating' && isLast ? value.length : value.length - 1
      return index >= 0 && index <= last ? [{path: [...path, index], value: value[index]}] : []
    }
    default: {
      if (!isList(value)) return []
      const {start, end} = toBounds(selector, value.length)
      return children(match).slice(start, end)
    }
  }
}

function unique(matches: Match[]): Match[] {
  const seen = new Map(matches.map((match) => [JSON.stringify(match.path), match]))
  return seen.size === matches.length ? matches : [...seen.values()]
}

/**
 * Finds every place of a value that a parsed JSONMatch path names, each once.
 *
 * @example
 * ```ts
 * matchPath({tags: ['a', 'b']}, parsePath('tags[-1]'), 'existing') // [{path: ['tags', 1], value: 'b'}]
 * ```
 */
export function matchPath(root: unknown, steps: readonly Step[], mode: MatchMode): Match[] {
  let matches: Match[] = [{path: [], value: root}]
  let afterDescendants = false
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1
    // `..name` means the places that have it: it never adds `name` everywhere.
    const stepMode = afterDescendants ? 'existing' : mode
    afterDescendants = step.type === 'descendants'
    switch (step.type) {
      case 'attribute':
        matches = matches.flatMap((match) => stepInto(match, step.name, stepMode))
        break
      case 'descendants':
        matches = unique(matches.flatMap(withDescendants))
        break
      case 'select':
        matches = unique(
          matches.flatMap((match) =>
            step.selectors.flatMap((selector) => select(match, selector, {mode: stepMode, isLast})),
          ),
        )
        break
    }
  }
  return matches
}
