import {WordIndex} from './WordIndex.ts'

/** A value as an index holds it; what is neither number, text nor boolean sorts behind all others, in no order. */
export type FieldValue = number | string | boolean | {isDefined: boolean}

type Entry = {value: FieldValue; id: string; mark: number}

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

/** The documents of one type ordered by one of their members: for equality, ranges, matches and "the newest twenty". */
export class FieldIndex {
  readonly #entries: Entry[]
  /** Made when the first search for words comes. */
  #words: WordIndex<Entry> | undefined

  constructor(entries: {value: FieldValue; id: string}[]) {
    // Made anew in their order, so that they stand beside each other in memory.
    this.#entries = entries
      .map(({value, id}) => ({value, id, mark: 0}))
      .toSorted(compareEntries)
      .map((entry) => ({...entry}))
  }

  get size(): number {
    return this.#entries.length
  }

  add(id: string, value: FieldValue): void {
    const entry = {value, id, mark: 0}
    this.#entries.splice(
      this.#firstWhere((other) => compareEntries(other, entry) >= 0),
      0,
      entry,
    )
    this.#words?.add(entry)
  }

  delete(id: string, value: FieldValue): void {
    const entry = {value, id, mark: 0}
    const position = this.#firstWhere((other) => compareEntries(other, entry) >= 0)
    if (this.#entries[position]?.id === id) this.#removeAt(position)
  }

  /** Removes a document whose value here is not known: looks at all of them. */
  forget(id: string): void {
    const position = this.#entries.findIndex((entry) => entry.id === id)
    if (position >= 0) this.#removeAt(position)
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
   * Takes up the words of some more texts, of about so many characters, for `idsMatching`; true once it has those of all.
   */
  growWords(characters: number): boolean {
    return this.#wordIndex().grow(characters)
  }

  /**
   * Ids of the texts that pass a test; only those are put to it in whose words (`asciiWords`) all pieces occur. What is
   * no text, but there, is left to the test of the query itself.
   */
  idsMatching(pieces: readonly string[], test: (text: string) => boolean): {ids: string[]; isExact: boolean} {
    const ids: string[] = []
    for (const {value, id} of this.#wordIndex().having(pieces))
      if (typeof value === 'string' && test(value)) ids.push(id)
    const others = this.#entries
      .slice(this.#firstWhere(({value}) => typeof value === 'object'))
      .filter(({value}) => typeof value === 'object' && value.isDefined)
    return {ids: [...ids, ...others.map(({id}) => id)], isExact: others.length === 0}
  }

  /** Ids in the order of their values, those of equal value together. */
  *groups(direction: 'asc' | 'desc'): Generator<string[]> {
    let position = direction === 'asc' ? 0 : this.#entries.length - 1
    for (;;) {
      const entry = this.#entries[position]
      if (!entry) return
      // Step by step: most groups are of one, and all of a group is given out anyway.
      let start = position
      let end = position + 1
      while (this.#isEqualAt(start - 1, entry)) start -= 1
      while (this.#isEqualAt(end, entry)) end += 1
      yield this.ids({start, end})
      position = direction === 'asc' ? end : start - 1
    }
  }

  #isEqualAt(position: number, entry: Entry): boolean {
    const other = this.#entries[position]
    return other !== undefined && compareValues(other.value, entry.value) === 0
  }

  #wordIndex(): WordIndex<Entry> {
    this.#words ??= new WordIndex(this.#entries)
    return this.#words
  }

  #removeAt(position: number): void {
    const [entry] = this.#entries.splice(position, 1)
    if (entry) this.#words?.delete(entry)
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
