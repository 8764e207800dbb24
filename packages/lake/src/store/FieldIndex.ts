import {isPublicId} from '../documents/documentIds.ts'
import type {FieldValue, Scalar} from './FieldValue.ts'
import {compareEntries, IndexOrder} from './IndexOrder.ts'
import type {IndexEntry, IndexRange} from './IndexOrder.ts'
import {WordIndex} from './WordIndex.ts'

type Entry = IndexEntry & {mark: number}

/** The documents of one type ordered by one of their members: for equality, ranges, matches and "the newest twenty". */
export class FieldIndex {
  readonly order: IndexOrder
  readonly #entries: Entry[]
  /** Those with a dot in their ids, which many readers do not see, in the same order. */
  readonly #dotted: IndexEntry[]
  /** Made when the first search for words comes. */
  #words: WordIndex<Entry> | undefined

  constructor(entries: {value: FieldValue; id: string}[]) {
    // Made anew in their order, so that they stand beside each other in memory.
    this.#entries = entries
      .map(({value, id}) => ({value, id, mark: 0}))
      .toSorted(compareEntries)
      .map((entry) => ({...entry}))
    this.#dotted = this.#entries.filter(({id}) => !isPublicId(id))
    this.order = new IndexOrder(this.#entries)
  }

  get size(): number {
    return this.#entries.length
  }

  add(id: string, value: FieldValue): void {
    const entry = {value, id, mark: 0}
    insert(this.#entries, entry)
    if (!isPublicId(id)) insert(this.#dotted, entry)
    this.#words?.add(entry)
  }

  delete(id: string, value: FieldValue): void {
    const position = positionOf(this.#entries, {value, id})
    if (this.#entries[position]?.id === id) this.#removeAt(position)
  }

  /** Removes a document whose value here is not known: looks at all of them. */
  forget(id: string): void {
    const position = this.#entries.findIndex((entry) => entry.id === id)
    if (position >= 0) this.#removeAt(position)
  }

  /** Where values that compare so with the given one stand: always of the same type as the value. */
  range(operator: '==' | '<' | '<=' | '>' | '>=', value: Scalar): IndexRange {
    return this.order.range(operator, value)
  }

  /** Entries that do not show, where those may be that have a dot in their ids, and no others. */
  hidden(isShown: (id: string) => boolean): IndexOrder {
    return new IndexOrder(this.#dotted.filter(({id}) => !isShown(id)))
  }

  ids({start, end}: IndexRange): string[] {
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
      .slice(this.order.firstWhere(({value}) => typeof value === 'object'))
      .filter(({value}) => typeof value === 'object' && value.isDefined)
    return {ids: [...ids, ...others.map(({id}) => id)], isExact: others.length === 0}
  }

  #wordIndex(): WordIndex<Entry> {
    this.#words ??= new WordIndex(this.#entries)
    return this.#words
  }

  #removeAt(position: number): void {
    const [entry] = this.#entries.splice(position, 1)
    if (!entry) return
    this.#words?.delete(entry)
    if (!isPublicId(entry.id)) this.#dotted.splice(positionOf(this.#dotted, entry), 1)
  }
}

function insert<Each extends IndexEntry>(entries: Each[], entry: Each): void {
  entries.splice(positionOf(entries, entry), 0, entry)
}

function positionOf(entries: readonly IndexEntry[], entry: IndexEntry): number {
  return new IndexOrder(entries).firstWhere((other) => compareEntries(other, entry) >= 0)
}
