import {slugOf} from '../store/slugOf.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'
import type {Channel} from './Channel.ts'

/** Finds whom a transaction can concern, so that a thousand listeners elsewhere cost it nothing. */
export class ReceiverIndex {
  readonly #everything = new Set<Channel>()
  readonly #byKey = new Map<string, Set<Channel>>()

  /**
   * Adds a channel.
   * @param keys - `id:…`, `slug:…` or `type:…`, one of which every document it asks for has; without, it hears of all
   */
  add(channel: Channel, keys: readonly string[] | undefined): void {
    if (!keys) this.#everything.add(channel)
    for (const key of keys ?? []) {
      const channels = this.#byKey.get(key)
      if (channels) channels.add(channel)
      else this.#byKey.set(key, new Set([channel]))
    }
  }

  /** Removes a channel that was added with these keys. */
  delete(channel: Channel, keys: readonly string[] | undefined): void {
    this.#everything.delete(channel)
    for (const key of keys ?? []) {
      const channels = this.#byKey.get(key)
      channels?.delete(channel)
      if (channels?.size === 0) this.#byKey.delete(key)
    }
  }

  /** Everybody that a transaction can concern, each once. */
  for(record: TransactionRecord): Set<Channel> {
    const found = new Set(this.#everything)
    if (this.#byKey.size === 0) return found
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

  #collect(key: string, found: Set<Channel>): void {
    for (const channel of this.#byKey.get(key) ?? []) found.add(channel)
  }
}
