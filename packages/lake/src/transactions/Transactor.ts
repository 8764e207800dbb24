import type {DatabaseSync} from 'node:sqlite'
import {collectReferences} from '../documents/collectReferences.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {DocumentStore, Referrer} from '../store/DocumentStore.ts'
import {checkReferences} from './checkReferences.ts'
import {encodeEffect} from './encodeEffect.ts'
import {TransactionLog} from './TransactionLog.ts'
import type {TransactionOrigin, TransactionRecord} from './TransactionRecord.ts'
import {WorkingCopy} from './WorkingCopy.ts'
import type {WorkingChange} from './WorkingCopy.ts'

/** One transaction to come: `build` changes the working copy, or throws and nothing happens. */
export type TransactionRequest<Result> = {
  transactionId: string
  author: string
  dryRun?: boolean
  /** References are checked unless this says no (an import checks at its end). */
  skipReferenceCheck?: boolean
  origin?: TransactionOrigin
  build(copy: WorkingCopy): Result
}

type Pending = {
  request: TransactionRequest<void>
  resolve(): void
  reject(error: unknown): void
}

type Staged = {pending: Pending; timestamp: string; changes: WorkingChange[]}

type Listener = (record: TransactionRecord) => void

/**
 * Commits transactions one after the other. Those that wait at the same moment share one write to disk, and none is
 * acknowledged before it is there; a transaction that fails takes nothing along.
 */
export class Transactor {
  readonly #database: DatabaseSync
  readonly #store: DocumentStore
  readonly #log: TransactionLog
  readonly #clock: () => Date
  readonly #listeners = new Set<Listener>()
  #queue: Pending[] = []
  #scheduled = false
  #closedBy: LakeError | undefined

  constructor(database: DatabaseSync, store: DocumentStore, clock: () => Date) {
    this.#database = database
    this.#store = store
    this.#log = new TransactionLog(database, store.dataset)
    this.#clock = clock
  }

  /** The position of the latest transaction in this database. */
  get lastSequence(): number {
    return this.#log.lastSequence
  }

  /** Calls back after each commit, in order, before the writer hears of it. Returns what ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Commits one transaction; resolves once it is on disk.
   * @throws LakeError what `build` throws, or `conflict` for references and for a transaction id in use.
   */
  commit<Result>(request: TransactionRequest<Result>): Promise<Result> {
    if (this.#closedBy) return Promise.reject(this.#closedBy)
    return new Promise<Result>((resolve, reject) => {
      let result: {value: Result} | undefined
      const build = (copy: WorkingCopy): void => {
        result = {value: request.build(copy)}
      }
      const acknowledge = (): void => {
        if (result) resolve(result.value)
      }
      this.#queue.push({request: {...request, build}, resolve: acknowledge, reject})
      if (this.#scheduled) return
      this.#scheduled = true
      setImmediate(() => this.flush())
    })
  }

  /**
   * Commits one transaction at once and on its own; for what happens before the lake serves anybody.
   * @throws what `build` or the database throws.
   */
  commitNow(request: TransactionRequest<void>): void {
    this.flush()
    let failure: {error: unknown} | undefined
    const reject = (error: unknown): void => {
      failure = {error}
    }
    this.#queue.push({request, resolve: () => undefined, reject})
    this.flush()
    if (failure) throw failure.error
  }

  /** Commits what waits, and answers with this error from then on: the dataset is about to go. */
  close(reason: LakeError): void {
    this.flush()
    this.#closedBy = reason
  }

  /** Commits what waits, now: for a graceful stop. */
  flush(): void {
    this.#scheduled = false
    const group = this.#queue
    this.#queue = []
    const overlay = new Map<string, LakeDocument | undefined>()
    const staged: Staged[] = []
    const ids = new Set<string>()
    for (const pending of group) {
      try {
        const done = this.#stage(pending, overlay, ids)
        if (done) staged.push(done)
        else pending.resolve()
      } catch (error) {
        pending.reject(error)
      }
    }
    if (staged.length > 0) this.#write(staged)
  }

  #stage(
    pending: Pending,
    overlay: Map<string, LakeDocument | undefined>,
    ids: Set<string>,
  ): Staged | undefined {
    const {request} = pending
    const {transactionId} = request
    if (ids.has(transactionId) || this.#log.has(transactionId)) {
      throw new LakeError(
        'conflict',
        `Transaction ID "${transactionId}" is already in use: choose a new one.`,
        {
          details: {type: 'transactionAlreadyExistsError'},
        },
      )
    }
    const timestamp = this.#clock().toISOString()
    const reader = {
      get: (id: string) => (overlay.has(id) ? overlay.get(id) : this.#store.get(id)),
      pending: () => [...overlay].map(([id, after]) => ({id, before: undefined, after})),
    }
    const copy = new WorkingCopy(reader, {transactionId, now: `${timestamp.slice(0, 19)}Z`})
    request.build(copy)
    if (!request.skipReferenceCheck) checkReferences(copy, (id) => this.#referrersOf(id, overlay))
    if (request.dryRun) return undefined
    const changes = copy.changes()
    for (const {id, after} of changes) overlay.set(id, after)
    ids.add(transactionId)
    return {pending, timestamp, changes}
  }

  #referrersOf(id: string, overlay: Map<string, LakeDocument | undefined>): Referrer[] {
    const referrers = this.#store.referrersOf(id)
    for (const [source, document] of overlay) {
      const reference = collectReferences(document).get(id)
      if (reference) referrers.push({id: source, strong: reference.strong})
    }
    return referrers
  }

  #write(staged: readonly Staged[]): void {
    const records: TransactionRecord[] = []
    try {
      this.#database.exec('BEGIN IMMEDIATE')
      for (const {pending, timestamp, changes} of staged) {
        const {transactionId, author, origin} = pending.request
        this.#store.write(changes)
        records.push(
          this.#log.append({
            id: transactionId,
            author,
            timestamp,
            origin,
            effects: changes.map(encodeEffect),
          }),
        )
      }
      this.#database.exec('COMMIT')
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      for (const {pending} of staged) pending.reject(error)
      return
    }
    for (const [index, {pending, changes}] of staged.entries()) {
      this.#store.applied(changes)
      const record = records[index]
      if (record) for (const listener of this.#listeners) listener(record)
      pending.resolve()
    }
  }
}
