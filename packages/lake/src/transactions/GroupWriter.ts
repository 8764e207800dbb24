import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {clearHistory} from '../history/clearHistory.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import {explainDatabaseError} from '../store/explainDatabaseError.ts'
import {encodeEffect} from './encodeEffect.ts'
import {StagingArea} from './StagingArea.ts'
import type {StagedTransaction, TransactionRequest} from './StagingArea.ts'
import {TransactionLog} from './TransactionLog.ts'
import type {LogEntry} from './TransactionLog.ts'
import type {DocumentEffect, TransactionRecord} from './TransactionRecord.ts'

/** A transaction that waits to be committed, and who is told how that went. */
export type Pending = {
  request: TransactionRequest<void>
  resolve(): void
  reject(error: unknown): void
}

/** A transaction that is ready to be written. */
export type Staged = StagedTransaction & {pending: Pending}

/** Writes transactions that wait at the same moment to disk, all at once. */
export class GroupWriter {
  readonly #store: DocumentStore
  readonly #log: TransactionLog
  readonly #clock: () => Date
  readonly #database: DatabaseSync
  readonly #begin: StatementSync
  readonly #end: StatementSync
  readonly #onDisk: (staged: readonly Staged[], records: readonly TransactionRecord[]) => void

  /** @param onDisk - hears of transactions once they are on disk; each has a record */
  constructor(
    database: DatabaseSync,
    {store, clock}: {store: DocumentStore; clock: () => Date},
    onDisk: (staged: readonly Staged[], records: readonly TransactionRecord[]) => void,
  ) {
    this.#database = database
    this.#begin = database.prepare('BEGIN IMMEDIATE')
    this.#end = database.prepare('COMMIT')
    this.#store = store
    this.#log = new TransactionLog(database, store.dataset)
    this.#clock = clock
    this.#onDisk = onDisk
  }

  /** Commits transactions with one write; those that fail are told so and take nothing along. */
  commit(group: readonly Pending[]): void {
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
      if (staged.length > 1) for (const {pending} of staged) this.commit([pending])
      else for (const pending of group) pending.reject(explainDatabaseError(error))
      return
    }
    this.#onDisk(staged, records)
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
