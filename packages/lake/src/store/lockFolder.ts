import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {isBusy} from './explainDatabaseError.ts'
import {keepFilePrivate, PRIVATE_FOLDER} from './keepPrivate.ts'
import {unwritable} from './unwritable.ts'

/**
 * Takes a data folder for one lake: two would each trust what they hold in memory. The lock is one of the operating
 * system's, on a file of its own, and goes with the process however that ends.
 * @returns what gives the folder back.
 * @throws LakeError `folderInUse` when another lake has it, `diskFailed` when nothing can be written there.
 */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, {recursive: true, mode: PRIVATE_FOLDER})
  const lock = openLock(dataDir)
  try {
    // Nothing is written, so that a full disk keeps nobody out.
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (!isBusy(cause)) throw unwritable(dataDir, cause)
    throw new LakeError(
      'folderInUse',
      `Another lake uses ${dataDir}: stop it first, or give its address where the command takes --url.`,
      {cause},
    )
  }
  return () => lock.close()
}

function openLock(dataDir: string): DatabaseSync {
  const file = join(dataDir, 'lake.lock')
  try {
    keepFilePrivate(file)
    return new DatabaseSync(file)
  } catch (cause) {
    throw unwritable(dataDir, cause)
  }
}
