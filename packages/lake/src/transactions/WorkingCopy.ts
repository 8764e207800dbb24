import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {DocumentChange} from '../store/DocumentWriter.ts'

/** Where a transaction reads what it does not change itself: the store, and transactions committed along with it. */
export type DocumentReader = {
  get(id: string): LakeDocument | undefined
  /** Changes that are not in the store yet. */
  pending(): DocumentChange[]
}

/** One document as a transaction leaves it, with the mutations that led there. */
export type WorkingChange = DocumentChange & {mutations: JsonObject[]}

/** What a transaction has done so far: nothing outside sees it until all of it is committed. */
export class WorkingCopy implements DocumentReader {
  readonly transactionId: string
  /** Seconds, as `_createdAt` and `_updatedAt` carry them. */
  readonly now: string
  readonly #reader: DocumentReader
  readonly #changes = new Map<string, WorkingChange>()

  constructor(reader: DocumentReader, options: {transactionId: string; now: string}) {
    this.#reader = reader
    this.transactionId = options.transactionId
    this.now = options.now
  }

  get(id: string): LakeDocument | undefined {
    const change = this.#changes.get(id)
    return change ? change.after : this.#reader.get(id)
  }

  /** Sets a document, with this transaction as its revision. */
  put(document: JsonObject & {_id: string; _type: string}, mutation: JsonObject): LakeDocument {
    const createdAt = document['_createdAt']
    const after: LakeDocument = {
      ...document,
      _rev: this.transactionId,
      _createdAt: typeof createdAt === 'string' ? createdAt : this.now,
      _updatedAt: this.now,
    }
    this.#record(document._id, after, mutation)
    return after
  }

  remove(id: string, mutation: JsonObject): void {
    this.#record(id, undefined, mutation)
  }

  /** Everything that this transaction sees and the store does not have yet. */
  pending(): DocumentChange[] {
    const latest = new Map<string, DocumentChange>()
    for (const change of [...this.#reader.pending(), ...this.#changes.values()]) latest.set(change.id, change)
    return [...latest.values()]
  }

  /** Documents whose state differs from before, or was written again; created and deleted in one go leaves none. */
  changes(): WorkingChange[] {
    return [...this.#changes.values()].filter(
      ({before, after}) => before !== undefined || after !== undefined,
    )
  }

  #record(id: string, after: LakeDocument | undefined, mutation: JsonObject): void {
    const change = this.#changes.get(id)
    if (change) {
      change.after = after
      change.mutations.push(mutation)
      return
    }
    this.#changes.set(id, {id, before: this.#reader.get(id), after, mutations: [mutation]})
  }
}
