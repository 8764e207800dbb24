import type {DatabaseSync} from 'node:sqlite'

// From one dataset to the next by an index: the rows of each are not walked through.
function names(rows: string): string {
  return `
    SELECT name FROM (
      WITH RECURSIVE found (name) AS (
        SELECT min(dataset) FROM ${rows} AND dataset > ''
        UNION ALL SELECT (SELECT min(dataset) FROM ${rows} AND dataset > name) FROM found WHERE name IS NOT NULL
      ) SELECT name FROM found WHERE name IS NOT NULL
    )`
}

/** Datasets of which documents or history are there, but which the table of datasets does not name. */
export function findUnlisted(database: DatabaseSync): string[] {
  const all = `${names('documents WHERE true')} UNION ${names('transactions WHERE id IS NOT NULL')}`
  const rows = database.prepare(
    `SELECT name FROM (${all}) WHERE name NOT IN (SELECT name FROM datasets) ORDER BY name`,
  )
  return rows.all().map(({name}) => String(name))
}
