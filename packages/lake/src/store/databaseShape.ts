import {DatabaseSync} from 'node:sqlite'
import {PEOPLE_MIGRATIONS} from '../people/migrations.ts'
import {damaged} from './assertWholeFile.ts'
import {upgradeDatabase} from './upgradeDatabase.ts'

/** A table or an index of the format that a database has not, or not as it should be. */
export type Misshapen = Omit<Part, 'columns'> & {isMissing: boolean}

/** Of a table, `table` is its own name. */
type Part = {name: string; table: string; kind: 'table' | 'index'; sql: string; columns: string}

/** What a database of this format lacks, tables before their indexes. */
export function findMisshapen(database: DatabaseSync): Misshapen[] {
  const found = new Map(readParts(database).map((part) => [part.name, part]))
  return expectedParts(found).flatMap((expected) => {
    const {columns: _, ...part} = expected
    const actual = found.get(part.name)
    if (actual?.kind === part.kind && isAlike(actual, expected)) return []
    return [{...part, isMissing: actual === undefined}]
  })
}

/** @throws LakeError `damaged` naming the first thing that is not there. */
export function assertShape(database: DatabaseSync, file: string): void {
  const [first] = findMisshapen(database)
  if (first) throw damaged(file, `${first.kind} ${first.name} ${describeMisshape(first)}`)
}

export function describeMisshape({isMissing}: Misshapen): string {
  return isMissing ? 'is missing' : 'is not that of this format'
}

// A table that was changed by steps has another text than one made at once, and the same columns.
function isAlike(actual: Part, expected: Part): boolean {
  return actual.kind === 'table' ? actual.columns === expected.columns : actual.sql === expected.sql
}

function expectedParts(found: ReadonlyMap<string, Part>): Part[] {
  const database = new DatabaseSync(':memory:')
  try {
    upgradeDatabase(database, {file: undefined})
    const parts = readParts(database)
    for (const step of PEOPLE_MIGRATIONS) database.exec(step)
    const ofPeople = readParts(database).slice(parts.length)
    // Those are made at the first start.
    return ofPeople.some(({name}) => found.has(name)) ? [...parts, ...ofPeople] : parts
  } finally {
    database.close()
  }
}

function readParts(database: DatabaseSync): Part[] {
  const rows = database.prepare(`
    SELECT m.name, m.tbl_name, m.type, m.sql, (
      SELECT json_group_array(json_array(c.name, c.type, c."notnull", c.pk)) FROM pragma_table_xinfo(m.name) c
    ) AS columns
    FROM sqlite_master m WHERE m.sql IS NOT NULL AND m.type IN ('table', 'index') AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
    ORDER BY m.rowid`)
  return rows.all().map((row) => ({
    name: String(row['name']),
    table: String(row['tbl_name']),
    kind: row['type'] === 'table' ? 'table' : 'index',
    sql: String(row['sql']),
    columns: String(row['columns']),
  }))
}
