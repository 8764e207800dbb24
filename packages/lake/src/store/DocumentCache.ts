import type {LakeDocument} from '../documents/LakeDocument.ts'

type Entry = {document: LakeDocument; bytes: number; isUsed: boolean}

/**
 * Parsed documents, bounded by the length of their JSON text. A hand goes round: what was used since it last came by is
 * spared once, the first that was not goes. Keeping them in the order of their use would cost more than reading them.
 */
export class DocumentCache {
  readonly #entries = new Map<string, Entry>()
  readonly #maxBytes: number
  #bytes = 0
  #hand = this.#entries.entries()

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
    this.#entries.set(id, {document, bytes, isUsed: false})
    this.#bytes += bytes
    while (this.#bytes > this.#maxBytes && this.#entries.size > 1) this.#advance(id)
  }

  delete(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    this.#bytes -= entry.bytes
  }

  #advance(spared: string): void {
    const {value, done} = this.#hand.next()
    if (done) {
      this.#hand = this.#entries.entries()
      return
    }
    const [id, entry] = value
    if (id === spared) return
    if (entry.isUsed) entry.isUsed = false
    else this.delete(id)
  }
}
