import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

const WHOLE = {
  table: 'UNIQUE (dataset, id)',
  unique: "name = 'sqlite_autoindex_documents_1', sql = NULL",
  byType: 'CREATE INDEX documents_by_type ON documents (dataset, id, type)',
}

/** Takes the rows that fulfil a condition out of both indexes by which documents are found; the table keeps them. */
export function harmIndexes(dataDir: string, condition: string): void {
  // SQLite reads the changed schema at the next opening.
  change(
    dataDir,
    `UPDATE sqlite_master SET sql = replace(sql, '${WHOLE.table}', 'CHECK (1)') WHERE name = 'documents';
     UPDATE sqlite_master SET name = 'unique_id',
       sql = 'CREATE UNIQUE INDEX unique_id ON documents (dataset, id) WHERE NOT (${condition})'
       WHERE name = 'sqlite_autoindex_documents_1';
     UPDATE sqlite_master SET sql = '${WHOLE.byType} WHERE NOT (${condition})' WHERE name = 'documents_by_type'`,
  )
  change(
    dataDir,
    `REINDEX;
     UPDATE sqlite_master SET sql = replace(sql, 'CHECK (1)', '${WHOLE.table}') WHERE name = 'documents';
     UPDATE sqlite_master SET ${WHOLE.unique} WHERE name = 'unique_id';
     UPDATE sqlite_master SET sql = '${WHOLE.byType}' WHERE name = 'documents_by_type'`,
  )
}

function change(dataDir: string, sql: string): void {
  const database = new DatabaseSync(join(dataDir, 'lake.sqlite'))
  database.enableDefensive(false)
  database.exec(`PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; ${sql}`)
  database.close()
}
