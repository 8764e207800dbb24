import {existsSync, mkdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {assertWholeFile, damaged} from './assertWholeFile.ts'
import {assertNoneWasThere, assertNothingLost} from './CommitMark.ts'
import {isDamage} from './explainDatabaseError.ts'
import {keepFilePrivate, PRIVATE_FOLDER} from './keepPrivate.ts'
import {upgradeDatabase} from './upgradeDatabase.ts'

/**
 * Opens (and brings up to date) `lake.sqlite` in a folder that the caller has locked, or a database in memory without
 * one. Who has not locked the folder takes `openBeside`.
 * @throws LakeError `databaseTooNew` when a newer lake wrote the file, `damaged` when it is not whole.
 */
export function openDatabase(dataDir: string | undefined): DatabaseSync {
  const file = dataDir === undefined ? undefined : makeReady(dataDir)
  const database = new DatabaseSync(file ?? ':memory:')
  try {
    // FULL: a commit is on disk before it is acknowledged, so SIGKILL or a power cut loses nothing acknowledged.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
    )
    // A transaction touches about five pages: a checkpoint now and then, not after every few hundred writes. Whenever a page
    // of an index splits, SQLite walks through its whole cache: a large one would cost more than it saves beside mmap.
    database.exec(
      'PRAGMA cache_size = -8192; PRAGMA mmap_size = 268435456; PRAGMA wal_autocheckpoint = 8000;',
    )
    upgradeDatabase(database, {file})
    if (dataDir !== undefined) assertNothingLost(database, dataDir)
  } catch (error) {
    database.close()
    throw file === undefined ? error : nameDamage(error, file)
  }
  return database
}

function makeReady(dataDir: string): string {
  mkdirSync(dataDir, {recursive: true, mode: PRIVATE_FOLDER})
  const file = join(dataDir, 'lake.sqlite')
  assertWholeFile(file)
  if (!existsSync(file) || statSync(file).size === 0) assertNoneWasThere(dataDir)
  keepFilePrivate(file)
  for (const beside of [`${file}-wal`, `${file}-shm`]) if (existsSync(beside)) keepFilePrivate(beside)
  return file
}

/** Says of an error that SQLite calls damage which file it is in; others come back as they are. */
export function nameDamage(error: unknown, file: string): unknown {
  if (!isDamage(error)) return error
  return damaged(file, error instanceof Error ? error.message : String(error), error)
}
