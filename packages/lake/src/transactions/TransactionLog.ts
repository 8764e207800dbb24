import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {DocumentEffect, TransactionOrigin, TransactionRecord} from './TransactionRecord.ts'

type Entry = {
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
  readonly #begin: StatementSync
  readonly #continue: StatementSync
  readonly #find: StatementSync

  constructor(database: DatabaseSync, dataset: string) {
    this.#dataset = dataset
    this.#begin = database.prepare(
      `INSERT INTO transactions (${COLUMNS}) SELECT next, next, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       FROM (SELECT coalesce(max(position), 0) + 1 AS next FROM transactions)`,
    )
    this.#continue = database.prepare(
      `INSERT INTO transactions (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL)`,
    )
    this.#find = database.prepare('SELECT 1 FROM transactions WHERE dataset = ? AND id = ?')
  }

  has(id: string): boolean {
    return this.#find.get(this.#dataset, id) !== undefined
  }

  /** Appends inside the database transaction that the caller has open. */
  append({id, author, timestamp, origin, effects}: Entry): TransactionRecord {
    const [first, ...others] = effects
    const {lastInsertRowid} = this.#begin.run(
      this.#dataset,
      // What changed nothing is kept too: its id is used up.
      ...(first ? columnsOf(first) : NO_EFFECT),
      id,
      author,
      timestamp,
      origin ? JSON.stringify(origin) : null,
      effects.length,
    )
    const sequence = Number(lastInsertRowid)
    for (const [index, effect] of others.entries()) {
      this.#continue.run(sequence + 1 + index, sequence, this.#dataset, ...columnsOf(effect))
    }
    return {sequence, dataset: this.#dataset, id, author, timestamp, origin, effects}
  }
}

const NO_EFFECT = [null, null, null, null, null, null] as const

function columnsOf({documentId, before, after, mutations, apply, revert}: DocumentEffect) {
  return [
    documentId,
    before?._rev ?? null,
    after?._rev ?? null,
    JSON.stringify(mutations),
    JSON.stringify(apply),
    JSON.stringify(revert),
  ] as const
}
