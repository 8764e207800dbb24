import {BACKUP} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'
import {isReadable} from './readStored.ts'
import {replayDocument} from './replayDocument.ts'
import type {LogRow} from './replayDocument.ts'

/** Whether the log is whole, and whether it leads to the documents that there are. */
export function* checkLog(context: CheckContext): Generator<Finding> {
  yield* checkTransactions(context)
  yield* checkMutations(context)
  yield* checkReplay(context)
}

function* checkTransactions({database}: CheckContext): Generator<Finding> {
  const broken = database.prepare(`
    SELECT t.dataset, t.sequence, t.id, t.effects, count(e.document) AS found
    FROM transactions t LEFT JOIN transactions e ON e.position >= t.position AND e.position < t.position + max(t.effects, 1)
      AND e.sequence = t.sequence AND e.dataset = t.dataset
    WHERE t.position = t.sequence
    GROUP BY t.position HAVING t.id IS NULL OR t.author IS NULL OR t.timestamp IS NULL OR found <> t.effects`)
  for (const row of broken.iterate()) {
    yield {
      dataset: String(row['dataset']),
      problem: `transaction ${String(row['id'])} (${String(row['sequence'])}) ${
        row['found'] === row['effects']
          ? 'lacks its id, author or time'
          : `has ${String(row['found'])} of its ${String(row['effects'])} changes`
      }.`,
      fix: BACKUP,
    }
  }
  const strays = database.prepare(`
    SELECT e.dataset, e.document, e.position FROM transactions e
    LEFT JOIN transactions t ON t.position = e.sequence AND t.sequence = t.position
      AND e.position < t.position + max(t.effects, 1)
    WHERE t.position IS NULL`)
  for (const row of strays.iterate()) {
    yield {
      dataset: String(row['dataset']),
      document: String(row['document']),
      problem: `change ${String(row['position'])} belongs to no transaction.`,
      fix: BACKUP,
    }
  }
}

function* checkMutations({database}: CheckContext): Generator<Finding> {
  const rows = database.prepare(
    'SELECT dataset, document, position, mutations FROM transactions WHERE mutations IS NOT NULL',
  )
  for (const row of rows.iterate()) {
    if (isReadable(row['mutations'])) continue
    yield {
      dataset: String(row['dataset']),
      ...(typeof row['document'] === 'string' ? {document: row['document']} : {}),
      problem: `what change ${String(row['position'])} was asked for cannot be read.`,
      fix: BACKUP,
    }
  }
}

function* checkReplay({database, onChecked}: CheckContext): Generator<Finding> {
  const total = Number(database.prepare('SELECT count(document) AS n FROM transactions').get()?.['n'])
  const rows = database.prepare(`
    SELECT dataset, document, previous_rev, result_rev, apply, revert FROM transactions
    WHERE document IS NOT NULL ORDER BY dataset, document, sequence`)
  let [done, together]: [number, LogRow[]] = [0, []]
  for (const row of rows.iterate()) {
    onChecked('history', (done += 1), total)
    const next: LogRow = {
      dataset: String(row['dataset']),
      document: String(row['document']),
      previousRev: textOrNull(row['previous_rev']),
      resultRev: textOrNull(row['result_rev']),
      apply: row['apply'],
      revert: row['revert'],
    }
    const [first] = together
    if (first && (first.dataset !== next.dataset || first.document !== next.document)) {
      yield* replayDocument(database, together)
      together = []
    }
    together.push(next)
  }
  yield* replayDocument(database, together)
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
