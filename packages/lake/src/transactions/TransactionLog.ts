import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {DocumentEffect, TransactionOrigin, TransactionRecord} from './TransactionRecord.ts'

type Entry = {
  id: string
  author: string
  timestamp: string
  origin: TransactionOrigin | undefined
  effects: DocumentEffect[]
}

/** Every transaction, kept with its author, its time, and what takes each document forth and back. */
export class TransactionLog {
  readonly #dataset: string
  readonly #insert: StatementSync
  readonly #insertEffect: StatementSync
  readonly #find: StatementSync
  readonly #last: StatementSync

  constructor(database: DatabaseSync, dataset: string) {
    this.#dataset = dataset
    this.#insert = database.prepare(
      'INSERT INTO transactions (dataset, id, author, timestamp, mutations, origin) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#insertEffect = database.prepare(
      `INSERT INTO transaction_effects (sequence, dataset, document, previous_rev, result_rev, apply, revert)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#last = database.prepare('SELECT max(sequence) AS last FROM transactions')
    this.#find = database.prepare('SELECT sequence FROM transactions WHERE dataset = ? AND id = ?')
  }

  get lastSequence(): number {
    return Number(this.#last.get()?.['last'] ?? 0)
  }

  has(id: string): boolean {
    return this.#find.get(this.#dataset, id) !== undefined
  }

  /** Appends inside the database transaction that the caller has open. */
  append({id, author, timestamp, origin, effects}: Entry): TransactionRecord {
    const mutations = effects.flatMap((effect) => effect.mutations)
    const {lastInsertRowid} = this.#insert.run(
      this.#dataset,
      id,
      author,
      timestamp,
      JSON.stringify(mutations),
      origin ? JSON.stringify(origin) : null,
    )
    const sequence = Number(lastInsertRowid)
    for (const {documentId, before, after, apply, revert} of effects) {
      this.#insertEffect.run(
        sequence,
        this.#dataset,
        documentId,
        before?._rev ?? null,
        after?._rev ?? null,
        JSON.stringify(apply),
        JSON.stringify(revert),
      )
    }
    return {sequence, dataset: this.#dataset, id, author, timestamp, origin, effects}
  }
}
