import {existsSync, statSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {pathToFileURL} from 'node:url'
import {LakeError} from '../errors/LakeError.ts'
import {isUnwritable} from './explainDatabaseError.ts'
import {MIGRATIONS} from './migrations.ts'
import {formatOf} from './upgradeDatabase.ts'

/**
 * Opens a database to read where nothing can be written.
 * @throws LakeError `diskFailed` when changes wait in the log and cannot be read there, `failed` for another format.
 */
export function openUnwritable(file: string): DatabaseSync {
  const database = openToRead(file)
  const format = formatOf(database)
  if (format === MIGRATIONS.length) return database
  database.close()
  throw new LakeError(
    'failed',
    `${file} has format ${format}, this lake has ${MIGRATIONS.length}, and nothing can be written there: copy the folder to where it can.`,
  )
}

/**
 * Opens a database to read, whatever its format. On a disk that is full or mounted read-only SQLite reads one with its
 * write-ahead log only by an index that is there already, and one without a log as a file that stays as it is.
 * @throws LakeError `diskFailed` when changes wait in the log and cannot be read there.
 */
export function openToRead(file: string): DatabaseSync {
  const database = new DatabaseSync(file, {readOnly: true})
  try {
    formatOf(database)
    return database
  } catch (error) {
    database.close()
    if (!isUnwritable(error)) throw error
    return openAlone(file)
  }
}

function openAlone(file: string): DatabaseSync {
  const log = `${file}-wal`
  if (!existsSync(log) || statSync(log).size === 0) {
    // https://www.sqlite.org/uri.html: "immutable=1", nothing changes the file while it is open.
    const address = pathToFileURL(file)
    address.searchParams.set('immutable', '1')
    return new DatabaseSync(address, {readOnly: true})
  }
  throw new LakeError(
    'diskFailed',
    `Changes wait in ${log}, and can be read only where something can be written: copy the folder there, and name it with --data-dir.`,
  )
}
