import type {LakeDocument} from '../documents/LakeDocument.ts'

type Entry = {document: LakeDocument; bytes: number}

/** Parsed documents, least recently used first out, bounded by the length of their JSON text. */
export class DocumentCache {
  readonly #entries = new Map<string, Entry>()
  readonly #maxBytes: number
  #bytes = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get size(): number {
    return this.#entries.size
  }

  get(id: string): LakeDocument | undefined {
    const entry = this.#entries.get(id)
    if (!entry) return undefined
    this.#entries.delete(id)
    this.#entries.set(id, entry)
    return entry.document
  }

  set(id: string, document: LakeDocument, bytes: number): void {
    this.delete(id)
    this.#entries.set(id, {document, bytes})
    this.#bytes += bytes
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) return
      if (oldest === id) return
      this.#entries.delete(oldest)
      this.#bytes -= entry.bytes
    }
  }

  delete(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    this.#bytes -= entry.bytes
  }
}
