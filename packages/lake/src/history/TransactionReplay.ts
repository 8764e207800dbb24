import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {applyPatch} from 'mendoza'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import {fromLogged} from '../transactions/loggedMutations.ts'
import type {DocumentEffect, TransactionRecord} from '../transactions/TransactionRecord.ts'
import {restored, withoutRevision} from './revisions.ts'

type Row = Record<string, unknown>

// Effects over all datasets; whoever missed more reads afresh faster than it would catch up.
const MAX_EFFECTS = 2000

/** Transactions as listeners heard of them, read back from the log: also after a restart. */
export class TransactionReplay {
  readonly #store: DocumentStore
  readonly #rows: StatementSync
  readonly #transaction: StatementSync
  readonly #last: StatementSync

  constructor(database: DatabaseSync, store: DocumentStore) {
    this.#store = store
    this.#rows = database.prepare(
      'SELECT * FROM transactions WHERE position >= ? AND dataset = ? ORDER BY position',
    )
    this.#transaction = database.prepare(
      'SELECT sequence, id FROM transactions WHERE position = ? AND id IS NOT NULL',
    )
    this.#last = database.prepare(
      `SELECT t.sequence, t.id, (SELECT max(position) FROM transactions) AS position FROM transactions t
       WHERE t.position = (SELECT sequence FROM transactions ORDER BY position DESC LIMIT 1)`,
    )
  }

  /** The latest transaction of all datasets. */
  get last(): {sequence: number; id: string} | undefined {
    return toKey(this.#last.get())
  }

  /** The id of the transaction with a sequence, of whatever dataset. */
  idOf(sequence: number): string | undefined {
    return toKey(this.#transaction.get(sequence))?.id
  }

  /** This dataset's transactions from a sequence on, in order; undefined when they are too many, or not all is known. */
  from(sequence: number): TransactionRecord[] | undefined {
    const last = Number(this.#last.get()?.['position'] ?? 0)
    if (last - sequence >= MAX_EFFECTS) return undefined
    const rows = this.#rows.all(sequence, this.#store.dataset)
    const effects = this.#effectsOf(rows)
    if (!effects) return undefined
    const records: TransactionRecord[] = []
    for (const [index, row] of rows.entries()) {
      const effect = effects[index]
      if (typeof row['id'] === 'string') records.push(toRecord(row, row['id']))
      if (effect) records.at(-1)?.effects.push(effect)
    }
    return records
  }

  // Back from what the documents are now, undoing one effect after the other.
  #effectsOf(rows: readonly Row[]): (DocumentEffect | undefined)[] | undefined {
    const states = new Map<string, unknown>()
    const effects: (DocumentEffect | undefined)[] = []
    for (const row of rows.toReversed()) {
      const documentId = row['document']
      if (typeof documentId !== 'string') {
        effects.push(undefined)
        continue
      }
      const [logged, apply, revert] = [row['mutations'], row['apply'], row['revert']].map(parseText)
      if (!Array.isArray(apply) || !Array.isArray(revert)) return undefined
      const now = states.has(documentId) ? states.get(documentId) : this.#stateOf(documentId)
      const after = restored(now, textOf(row['result_rev']))
      const mutations = fromLogged(logged, after)
      if (!mutations) return undefined
      const before: unknown = applyPatch(now, revert)
      states.set(documentId, before)
      effects.push({
        documentId,
        before: restored(before, textOf(row['previous_rev'])),
        after,
        mutations: mutations.filter(isJsonObject),
        apply,
        revert,
      })
    }
    return effects.toReversed()
  }

  #stateOf(id: string): JsonObject | null {
    const document = this.#store.get(id)
    return document ? withoutRevision(document) : null
  }
}

function toRecord(row: Row, id: string): TransactionRecord {
  return {
    sequence: Number(row['sequence']),
    dataset: String(row['dataset']),
    id,
    author: String(row['author']),
    timestamp: String(row['timestamp']),
    // Only writing needs it.
    origin: undefined,
    effects: [],
  }
}

function toKey(row: Row | undefined): {sequence: number; id: string} | undefined {
  const id = row?.['id']
  return typeof id === 'string' ? {sequence: Number(row?.['sequence']), id} : undefined
}

function parseText(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
