import {DatabaseSync} from 'node:sqlite'
import type {SQLInputValue} from 'node:sqlite'

type Row = Record<string, unknown>

/** Reads a database as of one moment, while it is written to. */
export type Reading = {
  rows(sql: string, ...values: SQLInputValue[]): Iterable<Row>
  close(): void
}

/**
 * Begins to read: of a file through a connection of its own, whose moment is now; of a database in memory, which has no
 * other connection, all at once.
 */
export function openReading(database: DatabaseSync): Reading {
  const file = database.location()
  if (file === null) {
    return {rows: (sql, ...values) => database.prepare(sql).all(...values), close: () => undefined}
  }
  const own = new DatabaseSync(file, {readOnly: true})
  own.exec('BEGIN')
  // The moment of a transaction is that of its first read.
  own.prepare('SELECT count(*) FROM sqlite_master').get()
  return {
    rows: (sql, ...values) => own.prepare(sql).iterate(...values),
    close: () => {
      if (own.isOpen) own.close()
    },
  }
}
