import {TermIndex} from './TermIndex.ts'

// Searches mark with numbers above 0.
const GONE = -1

// What taking up a text costs besides its characters.
const OVERHEAD = 50

/** The words of those entries that are texts. They are taken up bit by bit, and entries come and go meanwhile. */
export class WordIndex<Entry extends {value: unknown; mark: number}> {
  readonly #terms = new TermIndex<Entry>()
  /** Those that are still to be taken up, from `#next` on. */
  #rest: readonly Entry[]
  #next = 0

  constructor(entries: readonly Entry[]) {
    this.#rest = [...entries]
  }

  add(entry: Entry): void {
    if (typeof entry.value === 'string') this.#terms.add(entry.value, entry)
  }

  delete(entry: Entry): void {
    if (typeof entry.value !== 'string') return
    entry.mark = GONE
    this.#terms.delete(entry.value, entry)
  }

  /** Takes up some more texts, of about so many characters; true once it has all. */
  grow(characters: number): boolean {
    let left = characters
    for (; this.#next < this.#rest.length; this.#next += 1) {
      if (left <= 0) return false
      const entry = this.#rest[this.#next]
      if (typeof entry?.value !== 'string' || entry.mark === GONE) continue
      this.#terms.add(entry.value, entry)
      left -= entry.value.length + OVERHEAD
    }
    this.#rest = []
    this.#next = 0
    return true
  }

  /** Those in whose words all pieces (at least one) occur, in no order. */
  having(pieces: readonly string[]): Entry[] {
    this.grow(Infinity)
    return this.#terms.having(pieces)
  }
}
