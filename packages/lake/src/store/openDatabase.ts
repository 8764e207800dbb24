import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {MIGRATIONS} from './migrations.ts'

/**
 * Opens (and brings up to date) `lake.sqlite` in a folder, or a database in memory without one.
 * @throws LakeError `databaseTooNew` when a newer lake wrote the file.
 */
export function openDatabase(dataDir: string | undefined): DatabaseSync {
  if (dataDir !== undefined) mkdirSync(dataDir, {recursive: true})
  const file = dataDir === undefined ? ':memory:' : join(dataDir, 'lake.sqlite')
  const database = new DatabaseSync(file)
  // FULL: a commit is on disk before it is acknowledged, so SIGKILL or a power cut loses nothing acknowledged.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
  )
  // A transaction touches about ten pages: a checkpoint now and then, not after every hundred writes.
  database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456; PRAGMA wal_autocheckpoint = 8000;')
  try {
    migrate(database, file)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function migrate(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (version > MIGRATIONS.length) {
    throw new LakeError(
      'databaseTooNew',
      `${file} was written by a newer lake (format ${version}, this one knows ${MIGRATIONS.length}). Start it with that version, or export there and import here.`,
    )
  }
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < version) continue
    database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`)
  }
}
