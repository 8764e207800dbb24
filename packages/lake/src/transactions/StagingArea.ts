import {checkForeignReferences} from '../crossDataset/checkForeignReferences.ts'
import {collectReferences} from '../documents/collectReferences.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {DocumentStore, Referrer} from '../store/DocumentStore.ts'
import {checkReferences} from './checkReferences.ts'
import type {TransactionLog} from './TransactionLog.ts'
import type {TransactionOrigin} from './TransactionRecord.ts'
import {WorkingCopy} from './WorkingCopy.ts'
import type {WorkingChange} from './WorkingCopy.ts'

/** One transaction to come: `build` changes the working copy, or throws and nothing happens. */
export type TransactionRequest<Result> = {
  transactionId: string
  author: string
  dryRun?: boolean
  /** References are checked unless this says no (an import checks at its end). */
  skipReferenceCheck?: boolean
  /** References between datasets are checked unless this says no. */
  skipForeignCheck?: boolean
  /** It looks documents up by indexes, which know what is committed alone: it comes first in its group. */
  startsGroup?: boolean
  origin?: TransactionOrigin
  /** Documents whose history goes with them. */
  purge?: readonly string[]
  build(copy: WorkingCopy): Result
}

/** What a transaction is going to write. */
export type StagedTransaction = {timestamp: string; changes: WorkingChange[]}

/** Transactions that will share one write: each sees what those before it leave, and nothing of those that failed. */
export class StagingArea {
  readonly #store: DocumentStore
  readonly #log: TransactionLog
  readonly #clock: () => Date
  readonly #overlay = new Map<string, LakeDocument | undefined>()
  readonly #ids = new Set<string>()

  constructor(parts: {store: DocumentStore; log: TransactionLog; clock: () => Date}) {
    this.#store = parts.store
    this.#log = parts.log
    this.#clock = parts.clock
  }

  /**
   * Builds a transaction and checks it; undefined for a dry run, which leaves nothing behind.
   * @throws LakeError what `build` throws, or `conflict` for references and for a transaction id in use.
   */
  stage(request: TransactionRequest<void>): StagedTransaction | undefined {
    const {transactionId} = request
    this.#assertUnused(transactionId)
    const timestamp = this.#clock().toISOString()
    const reader = {
      get: (id: string) => (this.#overlay.has(id) ? this.#overlay.get(id) : this.#store.get(id)),
      pending: () => [...this.#overlay].map(([id, after]) => ({id, before: undefined, after})),
    }
    const copy = new WorkingCopy(reader, {transactionId, now: `${timestamp.slice(0, 19)}Z`})
    request.build(copy)
    if (!request.skipReferenceCheck) checkReferences(copy, (id) => this.#referrersOf(id))
    if (!request.skipReferenceCheck && !request.skipForeignCheck)
      checkForeignReferences(copy, this.#store.foreign)
    if (request.dryRun) return undefined
    const changes = copy.changes()
    for (const {id, after} of changes) this.#overlay.set(id, after)
    this.#ids.add(transactionId)
    return {timestamp, changes}
  }

  #assertUnused(transactionId: string): void {
    if (!this.#ids.has(transactionId) && !this.#log.has(transactionId)) return
    throw new LakeError(
      'conflict',
      `Transaction ID "${transactionId}" is already in use: choose a new one.`,
      {details: {type: 'transactionAlreadyExistsError'}},
    )
  }

  #referrersOf(id: string): Referrer[] {
    const referrers = this.#store.referrersOf(id)
    for (const [source, document] of this.#overlay) {
      const reference = collectReferences(document).get(id)
      if (reference) referrers.push({id: source, strong: reference.strong})
    }
    return referrers
  }
}
