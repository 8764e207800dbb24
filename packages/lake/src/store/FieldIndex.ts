/** A value as an index holds it; what is neither number, text nor boolean sorts behind all others, in no order. */
export type FieldValue = number | string | boolean | {isDefined: boolean}

/** `folded` is made when the first search for words comes. */
type Entry = {value: FieldValue; id: string; folded?: string}

// GROQ's total order of types (GROQ specification, TotalCompare): numbers, texts, booleans, then everything else.
function rankOf(value: FieldValue): number {
  if (typeof value === 'number') return 0
  if (typeof value === 'string') return 1
  return typeof value === 'boolean' ? 2 : 3
}

/** Compares as GROQ orders; equal for values between which `order()` sees no difference. */
function compareValues(left: FieldValue, right: FieldValue): number {
  if (typeof left === 'object' || typeof right === 'object') return rankOf(left) - rankOf(right)
  if (typeof left !== typeof right) return rankOf(left) - rankOf(right)
  return left < right ? -1 : Number(left > right)
}

function compareEntries(left: Entry, right: Entry): number {
  return compareValues(left.value, right.value) || (left.id < right.id ? -1 : Number(left.id > right.id))
}

/** Turns any member of a document into what the index holds. */
export function toFieldValue(value: unknown): FieldValue {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  return {isDefined: value !== null && value !== undefined}
}

/** A text as searches for words compare it: `match` passes over dots within words and over case. */
export function fold(text: string): string {
  return text.replaceAll('.', '').toLowerCase()
}

/** The documents of one type ordered by one of their members: for equality, ranges, matches and "the newest twenty". */
export class FieldIndex {
  readonly #entries: Entry[]

  constructor(entries: Entry[]) {
    this.#entries = entries.toSorted(compareEntries)
  }

  get size(): number {
    return this.#entries.length
  }

  add(id: string, value: FieldValue): void {
    const entry = {value, id}
    this.#entries.splice(
      this.#firstWhere((other) => compareEntries(other, entry) >= 0),
      0,
      entry,
    )
  }

  delete(id: string, value: FieldValue): void {
    const entry = {value, id}
    const position = this.#firstWhere((other) => compareEntries(other, entry) >= 0)
    if (this.#entries[position]?.id === id) this.#entries.splice(position, 1)
  }

  /** Removes a document whose value here is not known: looks at all of them. */
  forget(id: string): void {
    const position = this.#entries.findIndex((entry) => entry.id === id)
    if (position >= 0) this.#entries.splice(position, 1)
  }

  /** Where values that compare so with the given one stand: `[start, end)`, always of the same type as the value. */
  range(
    operator: '==' | '<' | '<=' | '>' | '>=',
    value: number | string | boolean,
  ): {start: number; end: number} {
    const rank = rankOf(value)
    const from = this.#firstWhere((entry) => compareValues(entry.value, value) >= 0)
    const after = this.#firstWhere((entry) => compareValues(entry.value, value) > 0)
    if (operator === '==') return {start: from, end: after}
    const first = this.#firstWhere((entry) => rankOf(entry.value) >= rank)
    const last = this.#firstWhere((entry) => rankOf(entry.value) > rank)
    if (operator === '<' || operator === '<=') return {start: first, end: operator === '<' ? from : after}
    return {start: operator === '>' ? after : from, end: last}
  }

  ids({start, end}: {start: number; end: number}): string[] {
    return this.#entries.slice(start, end).map(({id}) => id)
  }

  /**
   * Ids of the texts that pass a test; only those are put to it in which all pieces occur, both without dots and in
   * lower case. What is no text, but there, is left to the test of the query itself.
   */
  idsMatching(pieces: readonly string[], test: (text: string) => boolean): {ids: string[]; isExact: boolean} {
    const ids: string[] = []
    let isExact = true
    for (const entry of this.#entries) {
      const {value} = entry
      if (typeof value === 'string') {
        const folded = (entry.folded ??= fold(value))
        if (pieces.every((piece) => folded.includes(piece)) && test(value)) ids.push(entry.id)
      } else if (typeof value === 'object' && value.isDefined) {
        ids.push(entry.id)
        isExact = false
      }
    }
    return {ids, isExact}
  }

  /** Ids in the order of their values, those of equal value together. */
  *groups(direction: 'asc' | 'desc'): Generator<string[]> {
    let position = direction === 'asc' ? 0 : this.#entries.length - 1
    for (;;) {
      const entry = this.#entries[position]
      if (!entry) return
      const start = this.#firstWhere((other) => compareValues(other.value, entry.value) >= 0)
      const end = this.#firstWhere((other) => compareValues(other.value, entry.value) > 0)
      yield this.ids({start, end})
      position = direction === 'asc' ? end : start - 1
    }
  }

  /** Binary search: the first position at which a test that stays true once it is true holds. */
  #firstWhere(test: (entry: Entry) => boolean): number {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const entry = this.#entries[middle]
      if (entry && test(entry)) high = middle
      else low = middle + 1
    }
    return low
  }
}
