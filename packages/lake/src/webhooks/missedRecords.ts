import type {DatabaseSync} from 'node:sqlite'
import type {Dataset} from '../Dataset.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'

/** The transactions of a dataset after a place in the log, oldest first, with each document before and after. */
export function* missedRecords(
  database: DatabaseSync,
  dataset: Dataset,
  after: number,
): Generator<TransactionRecord> {
  const rows = database
    .prepare(
      `SELECT sequence, id, author, timestamp FROM transactions NOT INDEXED
       WHERE dataset = ? AND position > ? AND id IS NOT NULL ORDER BY position`,
    )
    .all(dataset.name, after)
  for (const row of rows) {
    const sequence = Number(row['sequence'])
    const {history} = dataset
    const effects = history.entriesIn(sequence).map((entry) => ({
      documentId: entry.documentId,
      before:
        entry.previousRev === undefined
          ? undefined
          : history.documentAt(entry.documentId, {revision: entry.previousRev}),
      after:
        entry.resultRev === undefined
          ? undefined
          : history.documentAt(entry.documentId, {revision: entry.transactionId}),
      mutations: [],
      apply: entry.apply,
      revert: entry.revert,
    }))
    const [id, author, timestamp] = [String(row['id']), String(row['author']), String(row['timestamp'])]
    yield {sequence, dataset: dataset.name, id, author, timestamp, origin: undefined, effects}
  }
}
