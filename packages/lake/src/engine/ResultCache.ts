type Entry = {body: Uint8Array; version: number; size: number}

// What an entry costs besides key and body.
const OVERHEAD = 200

/** Answers to queries, good for as long as nothing that they can depend on has changed; bounded by their size. */
export class ResultCache {
  readonly #entries = new Map<string, Entry>()
  readonly #maxBytes: number
  #bytes = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** The answer, if it was made at this version of the documents. */
  get(key: string, version: number): Uint8Array | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    if (entry.version !== version) {
      this.#bytes -= entry.size
      return undefined
    }
    this.#entries.set(key, entry)
    return entry.body
  }

  /** Keeps an answer; one that would push out most others is not kept. */
  set(key: string, version: number, body: Uint8Array): void {
    const size = key.length * 2 + body.length + OVERHEAD
    if (size > this.#maxBytes / 4) return
    this.#delete(key)
    this.#entries.set(key, {body, version, size})
    this.#bytes += size
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) return
      this.#delete(oldest)
    }
  }

  #delete(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    this.#bytes -= entry.size
  }
}
