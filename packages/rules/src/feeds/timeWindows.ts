import type {TimeWindow} from './schedule.ts'

/** Sorts windows and joins those that touch or overlap; empty ones are dropped. */
export function mergeWindows(windows: readonly TimeWindow[]): TimeWindow[] {
  const merged: TimeWindow[] = []
  for (const window of windows.filter(({start, end}) => start < end).toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && window.start <= last.end) {
      merged[merged.length - 1] = {start: last.start, end: Math.max(last.end, window.end)}
    } else merged.push(window)
  }
  return merged
}

/** What lies in both lists. */
export function intersectWindows(windows: readonly TimeWindow[], bound: TimeWindow): TimeWindow[] {
  return mergeWindows(
    windows.map(({start, end}) => ({start: Math.max(start, bound.start), end: Math.min(end, bound.end)})),
  )
}

/** What lies in the windows and in none of the holes. */
export function subtractWindows(windows: readonly TimeWindow[], holes: readonly TimeWindow[]): TimeWindow[] {
  let rest = mergeWindows(windows)
  for (const hole of holes) {
    rest = rest.flatMap(({start, end}) =>
      mergeWindows([
        {start, end: Math.min(end, hole.start)},
        {start: Math.max(start, hole.end), end},
      ]),
    )
  }
  return rest
}
