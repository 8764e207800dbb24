import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {LakeError} from '../errors/LakeError.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import {clearHistory} from '../history/clearHistory.ts'
import {explainDatabaseError} from '../store/explainDatabaseError.ts'
import {encodeEffect} from './encodeEffect.ts'
import {StagingArea} from './StagingArea.ts'
import type {StagedTransaction, TransactionRequest} from './StagingArea.ts'
import {TransactionLog} from './TransactionLog.ts'
import type {LogEntry} from './TransactionLog.ts'
import type {DocumentEffect, TransactionRecord} from './TransactionRecord.ts'
import type {WorkingCopy} from './WorkingCopy.ts'

type Pending = {
  request: TransactionRequest<void>
  resolve(): void
  reject(error: unknown): void
}

type Staged = StagedTransaction & {pending: Pending}

type Listener = (record: TransactionRecord) => void

/**
 * Commits transactions one after the other. Those that wait at the same moment share one write to disk, and none is
 * acknowledged before it is there; a transaction that fails takes nothing along.
 */
export class Transactor {
  readonly #store: DocumentStore
  readonly #log: TransactionLog
  readonly #clock: () => Date
  readonly #listeners = new Set<Listener>()
  readonly #onWritten = new Set<Listener>()
  readonly #database: DatabaseSync
  readonly #begin: StatementSync
  readonly #end: StatementSync
  #queue: Pending[] = []
  #scheduled = false
  #closedBy: LakeError | undefined

  constructor(database: DatabaseSync, store: DocumentStore, clock: () => Date) {
    this.#database = database
    this.#begin = database.prepare('BEGIN IMMEDIATE')
    this.#end = database.prepare('COMMIT')
    this.#store = store
    this.#log = new TransactionLog(database, store.dataset)
    this.#clock = clock
  }

  /** Calls back after each commit, in order, before the writer hears of it. Returns what ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back once for each write to disk with the last transaction in it, before anybody hears of any. */
  onWritten(listener: Listener): void {
    this.#onWritten.add(listener)
  }

  /**
   * Commits one transaction; resolves once it is on disk.
   * @throws LakeError what `build` throws, `conflict` for references and for a transaction id in use, `diskFull` or
   * `diskFailed` when it could not be written, or what the lake was closed with.
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

  /** Commits what waits, and answers with this error from then on. */
  close(reason: LakeError): void {
    this.flush()
    this.#closedBy = reason
  }

  /** Commits what waits, now. */
  flush(): void {
    this.#scheduled = false
    const waiting = this.#queue
    this.#queue = []
    let group: Pending[] = []
    for (const pending of waiting) {
      if (pending.request.startsGroup) {
        this.#commitGroup(group)
        group = []
      }
      group.push(pending)
    }
    this.#commitGroup(group)
  }

  #commitGroup(group: readonly Pending[]): void {
    if (group.length === 0) return
    let staged: Staged[] = []
    let records: TransactionRecord[]
    try {
      // One transaction of the database for looking things up and for writing: each would be locked by itself.
      this.#begin.run()
      staged = this.#stageGroup(group)
      records = this.#write(staged)
      this.#end.run()
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      // What the database refuses of one transaction takes none of the others along: each is tried by itself.
      if (staged.length > 1) for (const {pending} of staged) this.#commitGroup([pending])
      else for (const pending of group) pending.reject(explainDatabaseError(error))
      return
    }
    this.#publish(staged, records)
  }

  #stageGroup(group: readonly Pending[]): Staged[] {
    const area = new StagingArea({store: this.#store, log: this.#log, clock: this.#clock})
    const staged: Staged[] = []
    for (const pending of group) {
      try {
        const transaction = area.stage(pending.request)
        if (transaction) staged.push({...transaction, pending})
        else pending.resolve()
      } catch (error) {
        pending.reject(explainDatabaseError(error))
      }
    }
    return staged
  }

  /** Writes inside the database transaction that is open; nothing of it counts until that has ended. */
  #write(staged: readonly Staged[]): TransactionRecord[] {
    // After some errors SQLite ends a transaction by itself, and what is written then would stand alone.
    if (!this.#database.isTransaction) throw new Error('The database ended its transaction.')
    for (const {changes} of staged) this.#store.write(changes)
    const records = this.#log.append(staged.map(toEntry))
    for (const [index, {dataset, sequence}] of records.entries()) {
      for (const document of staged[index]?.pending.request.purge ?? [])
        clearHistory(this.#database, {dataset, document, before: sequence})
    }
    return records
  }

  /** Memory follows the disk, listeners hear, writers are told; a listener that throws keeps none of this from happening. */
  #publish(staged: readonly Staged[], records: readonly TransactionRecord[]): void {
    const failures: unknown[] = []
    const last = records.at(-1)
    if (last) for (const hear of this.#onWritten) hear(last)
    for (const [index, {pending, changes}] of staged.entries()) {
      this.#store.applied(changes)
      const record = records[index]
      for (const listener of record ? this.#listeners : []) {
        try {
          if (record) listener(record)
        } catch (error) {
          failures.push(error)
        }
      }
      pending.resolve()
    }
    if (failures.length > 0) throw new AggregateError(failures, 'A listener to transactions failed.')
  }
}

function toEntry({pending: {request}, timestamp, changes}: Staged): LogEntry {
  const {transactionId: id, author, origin, purge = []} = request
  const effects = changes.map(encodeEffect)
  const kept = purge.length === 0 ? effects : effects.map((effect) => withoutReturn(effect, purge))
  return {id, author, timestamp, origin, effects: kept}
}

// The way back from a deletion is the whole document: where the history goes too, there is none.
function withoutReturn(effect: DocumentEffect, purge: readonly string[]): DocumentEffect {
  return effect.after === undefined && purge.includes(effect.documentId)
    ? {...effect, revert: [0, null]}
    : effect
}
