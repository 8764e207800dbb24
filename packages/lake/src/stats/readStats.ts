import {existsSync, readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'

/** What one dataset holds; sizes are bytes of JSON text. */
export type DatasetStats = {
  dataset: string
  documents: number
  drafts: number
  versions: number
  bytes: number
  types: {type: string; documents: number; bytes: number}[]
  transactions: {count: number; first: string | undefined; last: string | undefined}
  assets: {kind: 'images' | 'files'; files: number; bytes: number}[]
  largest: {id: string; type: string; bytes: number}[]
}

/** What a data folder holds. */
export type LakeStats = {
  format: number
  databaseBytes: number
  walBytes: number
  /** Tables and indexes with the bytes that they take, largest first. */
  storage: {name: string; kind: string; bytes: number}[]
  datasets: DatasetStats[]
}

type Row = Record<string, unknown>

/** Reads the figures of a lake, as of one moment and beside a running one. */
export function readStats(database: DatabaseSync, dataDir: string, largest: number): LakeStats {
  database.exec('BEGIN')
  try {
    const names = database.prepare('SELECT name FROM datasets ORDER BY name').all()
    return {
      format: Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0),
      databaseBytes: sizeOf(join(dataDir, 'lake.sqlite')),
      walBytes: sizeOf(join(dataDir, 'lake.sqlite-wal')),
      storage: readStorage(database),
      datasets: names.map(({name}) => readDataset(database, dataDir, String(name), largest)),
    }
  } finally {
    database.exec('ROLLBACK')
  }
}

function readStorage(database: DatabaseSync): LakeStats['storage'] {
  return database
    .prepare(
      `SELECT stat.name, coalesce(master.type, 'table') AS kind, sum(stat.pgsize) AS bytes
       FROM dbstat AS stat LEFT JOIN sqlite_master AS master ON master.name = stat.name
       GROUP BY stat.name ORDER BY bytes DESC, stat.name`,
    )
    .all()
    .map((row) => ({name: String(row['name']), kind: String(row['kind']), bytes: Number(row['bytes'])}))
}

function readDataset(
  database: DatabaseSync,
  dataDir: string,
  dataset: string,
  largest: number,
): DatasetStats {
  const all = (sql: string, ...more: number[]): Row[] => database.prepare(sql).all(dataset, ...more)
  const [totals = {}] = all(
    `SELECT count(*) AS documents, total(length(CAST(content AS BLOB))) AS bytes,
       count(*) FILTER (WHERE id LIKE 'drafts.%') AS drafts, count(*) FILTER (WHERE id LIKE 'versions.%') AS versions
     FROM documents WHERE dataset = ?`,
  )
  const [log = {}] = all(
    'SELECT count(*) AS count, min(timestamp) AS first, max(timestamp) AS last FROM transactions WHERE dataset = ? AND id IS NOT NULL',
  )
  return {
    dataset,
    documents: Number(totals['documents']),
    drafts: Number(totals['drafts']),
    versions: Number(totals['versions']),
    bytes: Number(totals['bytes']),
    types: all(
      `SELECT type, count(*) AS documents, total(length(CAST(content AS BLOB))) AS bytes
       FROM documents WHERE dataset = ? GROUP BY type ORDER BY documents DESC, type`,
    ).map((row) => ({
      type: String(row['type']),
      documents: Number(row['documents']),
      bytes: Number(row['bytes']),
    })),
    transactions: {count: Number(log['count']), first: textOf(log['first']), last: textOf(log['last'])},
    assets: (['images', 'files'] as const).map((kind) => ({
      kind,
      ...filesIn(join(dataDir, 'assets', dataset, kind)),
    })),
    largest: all(
      `SELECT id, type, length(CAST(content AS BLOB)) AS bytes FROM documents WHERE dataset = ?
       ORDER BY bytes DESC, id LIMIT ?`,
      largest,
    ).map((row) => ({id: String(row['id']), type: String(row['type']), bytes: Number(row['bytes'])})),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function filesIn(folder: string): {files: number; bytes: number} {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return {files: names.length, bytes: names.reduce((sum, name) => sum + sizeOf(join(folder, name)), 0)}
}

function sizeOf(file: string): number {
  return statSync(file, {throwIfNoEntry: false})?.size ?? 0
}
