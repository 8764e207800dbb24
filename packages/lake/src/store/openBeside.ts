import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {assertLakeThere} from './assertLakeThere.ts'
import {isUnwritable} from './explainDatabaseError.ts'
import {lockFolder} from './lockFolder.ts'
import {MIGRATIONS} from './migrations.ts'
import {openDatabase} from './openDatabase.ts'
import {openUnwritable} from './openUnwritable.ts'
import {formatOf} from './upgradeDatabase.ts'

/**
 * Opens the database of a folder that a running lake may have: what is committed is seen by both. Only a file that has
 * to be made or upgraded is taken for oneself while that lasts. Where nothing can be written it can still be read.
 * @param options.create - makes the lake where there is none; it will be written
 * @throws LakeError `notFound` when the folder holds no lake, `folderInUse` when it has to be upgraded and a lake uses it.
 */
export function openBeside(dataDir: string, options: {create?: boolean} = {}): DatabaseSync {
  assertLakeThere(dataDir, {mayMake: options.create === true})
  try {
    return openOrUpgrade(dataDir)
  } catch (error) {
    if (options.create === true || !isUnwritable(error)) throw error
    return openUnwritable(join(dataDir, 'lake.sqlite'))
  }
}

function openOrUpgrade(dataDir: string): DatabaseSync {
  if (isCurrent(dataDir)) return openDatabase(dataDir)
  const unlock = lockFolder(dataDir)
  try {
    return openDatabase(dataDir)
  } finally {
    unlock()
  }
}

function isCurrent(dataDir: string): boolean {
  if (!existsSync(join(dataDir, 'lake.sqlite'))) return false
  const database = new DatabaseSync(join(dataDir, 'lake.sqlite'))
  try {
    return formatOf(database) >= MIGRATIONS.length
  } finally {
    database.close()
  }
}
