import type {PlaceChange} from './changeAtPaths.ts'
import {matchPath, toBounds, toIndex, isList} from './matchPath.ts'
import type {Selector, Step} from './parsePath.ts'
import {PatchError} from './PatchError.ts'

export type InsertPosition = 'after' | 'before' | 'replace'

/** Half-open run of places in a list; `start === end` names a gap between two elements. */
type Span = {start: number; end: number}

function rangeSpan(
  selector: {start: number | undefined; end: number | undefined},
  length: number,
  at: InsertPosition,
) {
  if (at !== 'replace') return toBounds(selector, length)
  // "-1 means actually at the end of the array" (@sanity/client, Patch.splice): in the range of a replacement negative
  // bounds count from behind the last element, so that a splice can append without knowing the length.
  const shift = (bound: number | undefined) => (bound !== undefined && bound < 0 ? bound + length + 1 : bound)
  return toBounds(
    {start: Math.max(shift(selector.start) ?? 0, 0), end: Math.max(shift(selector.end) ?? length, 0)},
    length,
  )
}

function spansOf(list: readonly unknown[], selector: Selector, at: InsertPosition): Span[] {
  switch (selector.type) {
    case 'index': {
      const index = Math.max(toIndex(selector.index, list.length), list.length === 0 ? 0 : -1)
      if (index < 0) return [{start: 0, end: 0}]
      // Behind the end, and in an empty list, every position means "at the end".
      return index >= list.length
        ? [{start: list.length, end: list.length}]
        : [{start: index, end: index + 1}]
    }
    case 'range': {
      const {start, end} = rangeSpan(selector, list.length, at)
      return [{start, end: Math.max(start, end)}]
    }
    case 'every':
      return [{start: 0, end: list.length}]
    case 'names':
      return []
    default:
      return matchPath(list, [{type: 'select', selectors: [selector]}], 'existing').flatMap(
        ({path: [index]}) => (typeof index === 'number' ? [{start: index, end: index + 1}] : []),
      )
  }
}

function insertInto(
  list: readonly unknown[],
  spans: Span[],
  at: InsertPosition,
  items: readonly unknown[],
): unknown[] {
  const first = Math.min(...spans.map((span) => span.start))
  if (at === 'before') return list.toSpliced(first, 0, ...items)
  if (at === 'after') return list.toSpliced(Math.max(...spans.map((span) => span.end)), 0, ...items)
  const kept = list.map((item, index) => ({
    item,
    taken: spans.some(({start, end}) => index >= start && index < end),
  }))
  return [
    ...kept.slice(0, first).map(({item}) => item),
    ...items,
    ...kept.slice(first).flatMap(({item, taken}) => (taken ? [] : [item])),
  ]
}

/**
 * Finds the lists that an insert changes, each with its change.
 *
 * @throws PatchError `invalidPath` when the path does not end in brackets, `notAnArray` when it leads to something else.
 */
export function insertItems(
  root: unknown,
  insert: {at: InsertPosition; path: string; steps: readonly Step[]; items: readonly unknown[]},
): PlaceChange[] {
  const {at, path, steps, items} = insert
  const last = steps.at(-1)
  if (last?.type !== 'select' || last.selectors.some((selector) => selector.type === 'names')) {
    throw new PatchError(
      'invalidPath',
      path,
      `insert.${at} needs a place in an array, but got ${JSON.stringify(path)}. End it in brackets, for example ${JSON.stringify(`${path}[-1]`)}.`,
    )
  }
  const change = (value: unknown) => {
    const list = isList(value) ? value : []
    const spans = last.selectors.flatMap((selector) => spansOf(list, selector, at))
    return spans.length === 0 ? list : insertInto(list, spans, at, items)
  }
  const recursive = steps.at(-2)?.type === 'descendants'
  return matchPath(root, steps.slice(0, -1), 'existing').flatMap((match) => {
    if (!isList(match.value)) {
      if (recursive) return []
      throw new PatchError(
        'notAnArray',
        path,
        `insert.${at} into ${JSON.stringify(path)} needs an array, but that place holds ${describe(match.value)}. Set it to an array first.`,
      )
    }
    return [{path: match.path, change}]
  })
}

/** Names the kind of a value for an error message. */
export function describe(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
