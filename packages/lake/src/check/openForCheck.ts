import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {assertLakeThere} from '../store/assertLakeThere.ts'
import {assertWholeFile} from '../store/assertWholeFile.ts'
import {lockFolder} from '../store/lockFolder.ts'
import {MIGRATIONS} from '../store/migrations.ts'
import {nameDamage} from '../store/openDatabase.ts'
import {openToRead} from '../store/openUnwritable.ts'
import {formatOf} from '../store/upgradeDatabase.ts'

/** A database to look at, and what gives it back. */
export type Opened = {database: DatabaseSync; close: () => void}

/**
 * Opens the database of a folder as it is, damaged or not: to look at it alone, beside a running lake too, or to repair
 * it, for which the folder must be free.
 * @throws LakeError `notFound`, `damaged` when SQLite cannot begin to read it, `folderInUse` when it is to be repaired
 * and a lake uses it, `failed` for a format that another lake wrote.
 */
export function openForCheck(dataDir: string, {repair}: {repair: boolean}): Opened {
  const file = join(dataDir, 'lake.sqlite')
  assertLakeThere(dataDir)
  assertWholeFile(file)
  const unlock = repair ? lockFolder(dataDir) : () => undefined
  let database: DatabaseSync | undefined
  const close = (): void => {
    database?.close()
    unlock()
  }
  try {
    database = repair ? new DatabaseSync(file) : openToRead(file)
    database.exec('PRAGMA busy_timeout = 5000')
    assertFormat(database, file)
    return {database, close}
  } catch (error) {
    close()
    throw nameDamage(error, file)
  }
}

function assertFormat(database: DatabaseSync, file: string): void {
  const format = formatOf(database)
  if (format === MIGRATIONS.length) return
  const hint =
    format < MIGRATIONS.length
      ? 'start the lake once, which upgrades it'
      : 'check it with the lake that wrote it'
  throw new LakeError('failed', `${file} has format ${format}, this lake has ${MIGRATIONS.length}: ${hint}.`)
}
