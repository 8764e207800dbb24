import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {upgradeDatabase} from './upgradeDatabase.ts'

/**
 * Opens (and brings up to date) `lake.sqlite` in a folder that the caller has locked, or a database in memory without
 * one. Who has not locked the folder takes `openBeside`.
 * @throws LakeError `databaseTooNew` when a newer lake wrote the file.
 */
export function openDatabase(dataDir: string | undefined): DatabaseSync {
  if (dataDir !== undefined) mkdirSync(dataDir, {recursive: true})
  const file = dataDir === undefined ? undefined : join(dataDir, 'lake.sqlite')
  const database = new DatabaseSync(file ?? ':memory:')
  // FULL: a commit is on disk before it is acknowledged, so SIGKILL or a power cut loses nothing acknowledged.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
  )
  // A transaction touches about ten pages: a checkpoint now and then, not after every hundred writes.
  database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456; PRAGMA wal_autocheckpoint = 2000;')
  try {
    upgradeDatabase(database, {file})
  } catch (error) {
    database.close()
    throw error
  }
  return database
}
