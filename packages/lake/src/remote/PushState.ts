import type {JsonObject} from '../json/isJsonObject.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {Journal} from './Journal.ts'

/** A document that was sent: its revision here, and the paths of references that are to be made strong there. */
export type Sent = {id: string; rev: string; weakPaths: string[]}

/** A transaction that was sent and of which it is not known whether it arrived. */
export type Attempt = {transactionId: string; sent: Sent[]; strong: string[]}

/** How far a push has come, read from its journal and noted in it. */
export class PushState {
  readonly #journal: Journal
  /** Revisions of documents that are there, by id. */
  readonly #sent = new Map<string, Sent>()
  readonly #assets = new Map<string, string>()
  readonly #releases = new Set<string>()
  readonly #strong = new Set<string>()
  #attempt: Attempt | undefined
  /** Whether an earlier run left something. */
  readonly isContinued: boolean

  constructor(file: string) {
    const entries = Journal.read(file)
    this.isContinued = entries.length > 0
    for (const entry of entries) this.#take(entry)
    this.#journal = new Journal(file)
  }

  get attempt(): Attempt | undefined {
    return this.#attempt
  }

  get sentCount(): number {
    return this.#sent.size
  }

  hasSent(id: string, rev: string): boolean {
    return this.#sent.get(id)?.rev === rev
  }

  isThere(id: string): boolean {
    return this.#sent.has(id)
  }

  isReleaseThere(id: string): boolean {
    return this.#releases.has(id)
  }

  /** The id that an asset has there. */
  remoteAsset(id: string): string | undefined {
    return this.#assets.get(id)
  }

  /** Documents whose references wait to be made strong. */
  weak(): Sent[] {
    return [...this.#sent.values()].filter(({id, weakPaths}) => weakPaths.length > 0 && !this.#strong.has(id))
  }

  ids(): string[] {
    return [...this.#sent.keys()]
  }

  note(entry: JsonObject): void {
    this.#journal.add(entry)
    this.#take(entry)
  }

  noteAttempt({transactionId, sent, strong}: Attempt): void {
    this.note({attempt: transactionId, sent, strong})
  }

  /** What was attempted is there. */
  noteDone(): void {
    this.note({done: this.#attempt?.transactionId})
  }

  close(): void {
    this.#journal.close()
  }

  finish(): void {
    this.#journal.remove()
  }

  #take({attempt, sent, done, asset, remote, release, strong, given}: JsonObject): void {
    if (typeof attempt === 'string' && Array.isArray(sent) && Array.isArray(strong))
      this.#attempt = {transactionId: attempt, sent: sent.filter(isSent), strong: strong.map(String)}
    if (done !== undefined && done === this.#attempt?.transactionId) {
      for (const one of this.#attempt?.sent ?? []) {
        this.#sent.set(one.id, one)
        this.#strong.delete(one.id)
      }
      for (const id of this.#attempt?.strong ?? []) this.#strong.add(id)
      this.#attempt = undefined
    }
    if (given !== undefined) this.#attempt = undefined
    if (typeof asset === 'string' && typeof remote === 'string') this.#assets.set(asset, remote)
    if (typeof release === 'string') this.#releases.add(release)
  }
}

function isSent(value: unknown): value is Sent {
  return (
    isJsonObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['rev'] === 'string' &&
    Array.isArray(value['weakPaths'])
  )
}
