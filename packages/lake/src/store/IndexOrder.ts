import {compareValues, rankOf} from './FieldValue.ts'
import type {FieldValue, Scalar} from './FieldValue.ts'

/** A document in an index. */
export type IndexEntry = {readonly value: FieldValue; readonly id: string}

/** Places in an index: `[start, end)`. */
export type IndexRange = {start: number; end: number}

export type Direction = 'asc' | 'desc'

const LAST_RANK = 3

/** Compares entries as they stand in an index. */
export function compareEntries(left: IndexEntry, right: IndexEntry): number {
  return compareValues(left.value, right.value) || (left.id < right.id ? -1 : Number(left.id > right.id))
}

/** Binary search: the first place at which a test that stays true once it is true holds. */
function firstPlace(start: number, end: number, test: (place: number) => boolean): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Finds places among entries that are in the order of their values, those of equal value in the order of their ids. */
export class IndexOrder {
  readonly #entries: readonly IndexEntry[]

  /** @param entries - may change as long as it stays in order */
  constructor(entries: readonly IndexEntry[]) {
    this.#entries = entries
  }

  /** Where values that compare so with the given one stand: always of the same type as the value. */
  range(operator: '==' | '<' | '<=' | '>' | '>=', value: Scalar): IndexRange {
    const rank = rankOf(value)
    const {start, end} = this.#equalTo(value)
    if (operator === '==') return {start, end}
    if (operator === '<' || operator === '<=')
      return {start: this.#startOfRank(rank), end: operator === '<' ? start : end}
    return {start: operator === '>' ? end : start, end: this.#startOfRank(rank + 1)}
  }

  valueAt(position: number): FieldValue | undefined {
    return this.#entries[position]?.value
  }

  /** Cuts the order into parts so that all values of a part compare alike with each of some constants. */
  segments(constants: Iterable<Scalar>, direction: Direction): IndexRange[] {
    const cuts = new Set<number>([0, this.#entries.length])
    for (let rank = 1; rank <= LAST_RANK; rank += 1) cuts.add(this.#startOfRank(rank))
    for (const constant of constants) {
      const {start, end} = this.#equalTo(constant)
      cuts.add(start).add(end)
    }
    const sorted = [...cuts].toSorted((left, right) => left - right)
    const segments = sorted.slice(1).map((end, index) => ({start: sorted[index] ?? 0, end}))
    return direction === 'asc' ? segments : segments.toReversed()
  }

  /**
   * Visits entries by value in a direction, those of equal value always by id, until a visit gives false.
   * @param visit - `isFirst` where an entry's value is not that of the entry before
   */
  each(
    direction: Direction,
    {start, end}: IndexRange,
    visit: (entry: IndexEntry, isFirst: boolean) => boolean,
  ): void {
    let position = direction === 'asc' ? start : end - 1
    while (position >= start && position < end) {
      const group = this.#around(position, {start, end})
      for (let at = group.start; at < group.end; at += 1) {
        const entry = this.#entries[at]
        if (entry && !visit(entry, at === group.start)) return
      }
      position = direction === 'asc' ? group.end : group.start - 1
    }
  }

  /**
   * Leaves out the first entries of a range in a direction: as many as are asked for, but no value is torn apart.
   * @param hidden - some of all entries, which do not count
   */
  without(
    count: number,
    direction: Direction,
    {start, end}: IndexRange,
    hidden: IndexOrder,
  ): {left: IndexRange; count: number} {
    const shown = (from: number, to: number): number =>
      to - from - (this.#before(to, hidden) - this.#before(from, hidden))
    const left = {start, end}
    if (direction === 'asc') {
      const next = firstPlace(start, end, (place) => shown(start, place + 1) > count)
      left.start = next < end ? Math.max(start, this.#groupAt(next).start) : end
    } else {
      const next = firstPlace(start, end, (place) => shown(place, end) <= count) - 1
      left.end = next >= start ? Math.min(end, this.#groupAt(next).end) : start
    }
    return {left, count: shown(start, end) - shown(left.start, left.end)}
  }

  /** The first position at which a test that stays true once it is true holds. */
  firstWhere(test: (entry: IndexEntry) => boolean): number {
    return firstPlace(0, this.#entries.length, (place) => {
      const entry = this.#entries[place]
      return entry !== undefined && test(entry)
    })
  }

  /** How many of other entries stand before a place here. */
  #before(place: number, others: IndexOrder): number {
    const entry = this.#entries[place]
    return others.firstWhere((other) => entry !== undefined && compareEntries(other, entry) >= 0)
  }

  #groupAt(place: number): IndexRange {
    const value = this.valueAt(place)
    return value === undefined ? {start: place, end: place} : this.#equalTo(value)
  }

  #equalTo(value: FieldValue): IndexRange {
    return {
      start: this.firstWhere((entry) => compareValues(entry.value, value) >= 0),
      end: this.firstWhere((entry) => compareValues(entry.value, value) > 0),
    }
  }

  #startOfRank(rank: number): number {
    return this.firstWhere((entry) => rankOf(entry.value) >= rank)
  }

  // Step by step: most values are those of one document, and all of a group is visited anyway.
  #around(position: number, range: IndexRange): IndexRange {
    let [start, end] = [position, position + 1]
    while (start > range.start && this.#areEqual(start - 1, position)) start -= 1
    while (end < range.end && this.#areEqual(end, position)) end += 1
    return {start, end}
  }

  #areEqual(one: number, other: number): boolean {
    const [left, right] = [this.#entries[one], this.#entries[other]]
    return left !== undefined && right !== undefined && compareValues(left.value, right.value) === 0
  }
}
