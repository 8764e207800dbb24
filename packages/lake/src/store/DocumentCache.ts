import type {LakeDocument} from '../documents/LakeDocument.ts'

type Entry = {id: string; document: LakeDocument; bytes: number; isUsed: boolean; place: number}

/**
 * Parsed documents, bounded by the length of their JSON text. A hand goes round: what was used since it last came by is
 * spared once, the first that was not goes. Keeping them in the order of their use would cost more than reading them.
 */
export class DocumentCache {
  readonly #entries = new Map<string, Entry>()
  // What the hand goes round is a list: an iterator of the map that waits keeps alive every table the map ever had.
  readonly #ring: Entry[] = []
  readonly #maxBytes: number
  #bytes = 0
  #hand = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get size(): number {
    return this.#entries.size
  }

  get(id: string): LakeDocument | undefined {
    const entry = this.#entries.get(id)
    if (!entry) return undefined
    entry.isUsed = true
    return entry.document
  }

  set(id: string, document: LakeDocument, bytes: number): void {
    this.delete(id)
    const entry = {id, document, bytes, isUsed: false, place: this.#ring.length}
    this.#entries.set(id, entry)
    this.#ring.push(entry)
    this.#bytes += bytes
    while (this.#bytes > this.#maxBytes && this.#ring.length > 1) this.#advance(entry)
  }

  delete(id: string): void {
    const entry = this.#entries.get(id)
    const last = this.#ring.at(-1)
    if (!entry || !last) return
    this.#entries.delete(id)
    this.#bytes -= entry.bytes
    // The last takes the place of what goes.
    this.#ring[entry.place] = last
    last.place = entry.place
    this.#ring.pop()
  }

  #advance(spared: Entry): void {
    const entry = this.#ring[this.#hand]
    if (!entry) {
      this.#hand = 0
      return
    }
    this.#hand += 1
    if (entry === spared) return
    // What takes the place of one that goes came last: the hand has passed it, and comes back to it after all others.
    if (entry.isUsed) entry.isUsed = false
    else this.delete(entry.id)
  }
}
