import type {DatabaseSync} from 'node:sqlite'
import {stateOf} from '../actions/releaseState.ts'
import type {Dataset} from '../Dataset.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {clearHistory} from './clearHistory.ts'
import {withoutRevision} from './revisions.ts'
import type {HistoryEntry} from './HistoryEntry.ts'

/** The last transaction that is older than a time, of whatever dataset; 0 when there is none. */
export function lastSequenceBefore(database: DatabaseSync, time: Date): number {
  const row = database
    .prepare('SELECT max(sequence) AS last FROM transactions WHERE id IS NOT NULL AND timestamp < ?')
    .get(time.toISOString())
  return Number(row?.['last'] ?? 0)
}

/**
 * Squashes the history of a dataset up to a transaction: of each document one entry is left, which makes it as it was
 * then; of what was gone by then, nothing. Documents of archived releases are passed over, for they come back by their
 * history.
 * @param after - id of a document to go on behind, for the next part
 * @returns the last document looked at, or undefined when all are done
 */
export function squashHistory(
  database: DatabaseSync,
  dataset: Dataset,
  {boundary, after = '', limit = 100}: {boundary: number; after?: string | undefined; limit?: number},
): string | undefined {
  const rows = database
    .prepare(
      `SELECT document, count(*) AS entries, max(sequence) AS last, max(result_rev) AS rev FROM transactions
       WHERE dataset = ?1 AND document > ?2 AND sequence <= ?3 AND apply IS NOT NULL
       GROUP BY document ORDER BY document LIMIT ?4`,
    )
    .all(dataset.name, after, boundary, limit)
  const kept = archivedDocuments(dataset)
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const row of rows) {
      const document = String(row['document'])
      const isDone = row['entries'] === 1 && typeof row['rev'] === 'string'
      if (!isDone && !kept.has(document)) squash(database, dataset, document, Number(row['last']))
    }
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
  const last = rows.at(-1)?.['document']
  return rows.length < limit || typeof last !== 'string' ? undefined : last
}

function squash(database: DatabaseSync, dataset: Dataset, id: string, last: number): void {
  const document = dataset.history.documentAt(id, {sequence: last})
  if (!document) {
    clearHistory(database, {dataset: dataset.name, document: id, before: last + 1})
    return
  }
  const entries = [...dataset.history.entriesOf(id)].filter(({sequence}) => sequence <= last)
  const content = withoutRevision(document)
  const mutation = {createSquashed: {...contributors(entries), document: content}}
  clearHistory(database, {dataset: dataset.name, document: id, before: last})
  database
    .prepare(
      `UPDATE transactions SET previous_rev = NULL, mutations = ?, apply = ?, revert = '[0,null]'
       WHERE dataset = ? AND document = ? AND sequence = ?`,
    )
    .run(JSON.stringify([mutation]), JSON.stringify([0, content]), dataset.name, id, last)
}

/** Who made a document and who worked on it, as the Studio reads them of a squashed one. */
function contributors(newestFirst: readonly HistoryEntry[]): JsonObject {
  const oldest = newestFirst.at(-1)
  const earlier = squashedIn(oldest)
  const known: unknown = earlier?.['authors']
  const before = Array.isArray(known) ? known.filter((author) => typeof author === 'string') : []
  return {
    authors: [...new Set([...before, ...newestFirst.map(({author}) => author).toReversed()])],
    createdBy: earlier?.['createdBy'] ?? oldest?.author,
    createdAt: earlier?.['createdAt'] ?? oldest?.timestamp,
  }
}

function squashedIn(entry: HistoryEntry | undefined): JsonObject | undefined {
  const [mutation]: unknown[] = Array.isArray(entry?.logged) ? entry.logged : []
  const squashed = isJsonObject(mutation) ? mutation['createSquashed'] : undefined
  return isJsonObject(squashed) ? squashed : undefined
}

function archivedDocuments({store}: Dataset): ReadonlySet<unknown> {
  const releases = store.idsOfType('system.release').values.map((id) => store.get(id))
  const states = releases.flatMap((release) => {
    const final: unknown = release && stateOf(release) === 'archived' ? release['finalDocumentStates'] : []
    return Array.isArray(final) ? final.filter(isJsonObject) : []
  })
  return new Set(states.map(({id}) => id))
}
