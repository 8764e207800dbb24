import {slugOf} from '../store/slugOf.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'

/** Hears of a transaction; `skip` of its events were received before the connection was lost. */
export type Receiver = (record: TransactionRecord, skip?: number) => void

/** Finds whom a transaction can concern, so that a thousand listeners elsewhere cost it nothing. */
export class ReceiverIndex {
  readonly #everything = new Set<Receiver>()
  readonly #byKey = new Map<string, Set<Receiver>>()

  /**
   * Adds a receiver; returns what removes it.
   * @param keys - `id:…`, `slug:…` or `type:…`, one of which every document it asks for has; without, it hears of all
   */
  add(receiver: Receiver, keys: readonly string[] | undefined): () => void {
    const sets = keys ? keys.map((key) => this.#set(key)) : [this.#everything]
    for (const set of sets) set.add(receiver)
    return () => {
      for (const set of sets) set.delete(receiver)
      for (const key of keys ?? []) if (this.#byKey.get(key)?.size === 0) this.#byKey.delete(key)
    }
  }

  /** Everybody that a transaction can concern, each once. */
  for(record: TransactionRecord): Set<Receiver> {
    const found = new Set(this.#everything)
    for (const {documentId, before, after} of record.effects) {
      this.#collect(`id:${documentId}`, found)
      for (const document of [before, after]) {
        if (!document) continue
        this.#collect(`type:${document._type}`, found)
        this.#collect(`slug:${slugOf(document) ?? ''}`, found)
      }
    }
    return found
  }

  #collect(key: string, found: Set<Receiver>): void {
    for (const receiver of this.#byKey.get(key) ?? []) found.add(receiver)
  }

  #set(key: string): Set<Receiver> {
    const known = this.#byKey.get(key) ?? new Set<Receiver>()
    this.#byKey.set(key, known)
    return known
  }
}
