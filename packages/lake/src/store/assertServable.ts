import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {assertIndexes} from './assertIndexes.ts'
import {damaged} from './assertWholeFile.ts'
import {assertShape} from './databaseShape.ts'
import {findUnlisted} from './findUnlisted.ts'
import {nameDamage} from './openDatabase.ts'

/**
 * Looks at what makes a lake answer wrongly without SQLite noticing: tables and indexes that are not there, indexes
 * without some of their rows, datasets that are not listed and would be made anew, for everybody to read.
 * @throws LakeError `damaged`.
 */
export function assertServable(database: DatabaseSync, dataDir: string): void {
  const file = join(dataDir, 'lake.sqlite')
  // All is read as of one moment, whatever a running lake writes.
  const isOwn = !database.isTransaction
  if (isOwn) database.exec('BEGIN')
  try {
    assertShape(database, file)
    assertIndexes(database, file)
    const [unlisted] = findUnlisted(database)
    if (unlisted !== undefined)
      throw damaged(
        file,
        `dataset "${unlisted}" is not listed; "lake check --repair" lists it as a private one`,
      )
  } catch (error) {
    throw nameDamage(error, file)
  } finally {
    if (isOwn) database.exec('ROLLBACK')
  }
}
