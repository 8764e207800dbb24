import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {toLogged} from './loggedMutations.ts'
import type {DocumentEffect, TransactionOrigin, TransactionRecord} from './TransactionRecord.ts'

/** A transaction about to be written. */
export type LogEntry = {
  id: string
  author: string
  timestamp: string
  origin: TransactionOrigin | undefined
  effects: DocumentEffect[]
}

const COLUMNS = `position, sequence, dataset, document, previous_rev, result_rev, mutations, apply, revert,
  id, author, timestamp, origin, effects`

/**
 * Every transaction, kept with its author, its time, and what takes each document forth and back: a row an effect, of
 * which the first also says what all of them share. The position of that row is the transaction's sequence.
 */
export class TransactionLog {
  readonly #dataset: string
  readonly #last: StatementSync
  readonly #insert: StatementSync
  readonly #find: StatementSync

  constructor(database: DatabaseSync, dataset: string) {
    this.#dataset = dataset
    this.#last = database.prepare('SELECT max(position) AS last FROM transactions')
    this.#insert = database.prepare(
      `INSERT INTO transactions (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#find = database.prepare('SELECT 1 FROM transactions WHERE dataset = ? AND id = ?')
  }

  has(id: string): boolean {
    return this.#find.get(this.#dataset, id) !== undefined
  }

  /** Appends inside the database transaction that the caller has open; nobody else appends meanwhile. */
  append(entries: readonly LogEntry[]): TransactionRecord[] {
    let position = Number(this.#last.get()?.['last'] ?? 0)
    return entries.map(({id, author, timestamp, origin, effects}) => {
      const sequence = position + 1
      const shared = [id, author, timestamp, origin ? JSON.stringify(origin) : null, effects.length] as const
      // What changed nothing is kept too: its id is used up.
      for (const columns of effects.length === 0 ? [NO_EFFECT] : effects.map(columnsOf)) {
        position += 1
        this.#insert.run(
          position,
          sequence,
          this.#dataset,
          ...columns,
          ...(position === sequence ? shared : CONTINUED),
        )
      }
      return {sequence, dataset: this.#dataset, id, author, timestamp, origin, effects}
    })
  }
}

const NO_EFFECT = [null, null, null, null, null, null] as const
const CONTINUED = [null, null, null, null, null] as const

function columnsOf({documentId, before, after, mutations, apply, revert}: DocumentEffect) {
  return [
    documentId,
    before?._rev ?? null,
    after?._rev ?? null,
    JSON.stringify(toLogged(mutations, after)),
    JSON.stringify(apply),
    JSON.stringify(revert),
  ] as const
}
