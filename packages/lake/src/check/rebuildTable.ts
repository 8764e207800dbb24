import type {DatabaseSync} from 'node:sqlite'
import {readStored} from './readStored.ts'
import {writeReferences} from './writeReferences.ts'

// What fills the tables whose rows follow from others or are of the moment. Datasets are listed by another run of the
// check, without which no lake starts.
const FILL: Readonly<Record<string, (database: DatabaseSync) => void>> = {
  datasets: () => undefined,
  document_references: (database) => {
    for (const row of database.prepare('SELECT dataset, id, content FROM documents').iterate()) {
      const content = readStored(row['content'])
      if (content)
        writeReferences(database, {dataset: String(row['dataset']), document: content._id}, content)
    }
  },
  webhook_cursor: (database) =>
    database.exec('INSERT INTO webhook_cursor SELECT coalesce(max(position), 0) FROM transactions'),
  webhook_messages: () => undefined,
  webhook_attempts: () => undefined,
  import_progress: () => undefined,
  import_weakened: () => undefined,
}

/** How a table that is missing is made again with its rows; undefined for one that only a backup has. */
export function tableRebuilder(name: string, sql: string): ((database: DatabaseSync) => void) | undefined {
  const fill = Object.hasOwn(FILL, name) ? FILL[name] : undefined
  if (!fill) return undefined
  return (database) => {
    database.exec(sql)
    fill(database)
  }
}
