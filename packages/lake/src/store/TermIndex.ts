/** Carries a number by which a search knows it again; nobody else reads it. */
type Marked = {mark: number}

/** The ASCII words of a text as searches compare them: `match` passes over dots within words and over case. */
export function asciiWords(text: string): string[] {
  return (
    text
      .replaceAll('.', '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
}

/** Finds texts by pieces of their words: there are far fewer words than texts. */
export class TermIndex<Entry extends Marked> {
  readonly #entries = new Map<string, Entry[]>()
  #mark = 0

  add(text: string, entry: Entry): void {
    for (const word of new Set(asciiWords(text))) {
      const known = this.#entries.get(word)
      if (known) known.push(entry)
      else this.#entries.set(word, [entry])
    }
  }

  delete(text: string, entry: Entry): void {
    for (const word of new Set(asciiWords(text))) {
      const entries = this.#entries.get(word) ?? []
      const position = entries.indexOf(entry)
      const last = position < 0 ? undefined : entries.pop()
      if (last && position < entries.length) entries[position] = last
      if (entries.length === 0) this.#entries.delete(word)
    }
  }

  /** Those in whose words all pieces (at least one) occur, in no order. */
  having(pieces: readonly string[]): Entry[] {
    const [rarest, ...others] = pieces
      .map((piece) => this.#listsOf(piece))
      .toSorted((left, right) => sizeOf(left) - sizeOf(right))
    let found = this.#unmarked(rarest ?? [])
    for (const lists of others) found = this.#marked(lists)
    return found
  }

  #listsOf(piece: string): Entry[][] {
    const lists: Entry[][] = []
    for (const [word, entries] of this.#entries) if (word.includes(piece)) lists.push(entries)
    return lists
  }

  #unmarked(lists: readonly Entry[][]): Entry[] {
    this.#mark += 1
    const mark = this.#mark
    return pick(lists, (entry) => entry.mark !== mark, mark)
  }

  #marked(lists: readonly Entry[][]): Entry[] {
    const before = this.#mark
    this.#mark += 1
    return pick(lists, (entry) => entry.mark === before, this.#mark)
  }
}

function sizeOf(lists: readonly unknown[][]): number {
  return lists.reduce((sum, {length}) => sum + length, 0)
}

function pick<Entry extends Marked>(
  lists: readonly Entry[][],
  isWanted: (entry: Entry) => boolean,
  mark: number,
): Entry[] {
  const found: Entry[] = []
  for (const entries of lists) {
    for (const entry of entries) {
      if (!isWanted(entry)) continue
      entry.mark = mark
      found.push(entry)
    }
  }
  return found
}
