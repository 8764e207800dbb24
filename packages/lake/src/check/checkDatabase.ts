import {countLost, forgetMark} from '../store/CommitMark.ts'
import {BACKUP, REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'

const MAX_MESSAGES = 100

// What SQLite says of an index that does not fit its table: the table is the truth, and the index is made from it.
const OF_AN_INDEX = /(missing from|entries in|non-unique entry in|values out of order in) index /

/** What SQLite itself says of its pages, indexes and foreign keys, and whether the end of the log is there. */
export function* checkDatabase({database, dataDir, onChecked}: CheckContext): Generator<Finding> {
  onChecked('database', 0)
  for (const row of database.prepare(`PRAGMA integrity_check(${MAX_MESSAGES})`).all()) {
    const message = String(row['integrity_check'])
    if (message === 'ok') continue
    const problem = `${message}.`
    if (OF_AN_INDEX.test(message)) yield {problem, fix: REPAIR, repair: () => database.exec('REINDEX')}
    else yield {problem, fix: BACKUP}
  }
  for (const row of database.prepare('PRAGMA foreign_key_check').all()) {
    yield {
      problem: `row ${String(row['rowid'])} of ${String(row['table'])} refers to one of ${String(row['parent'])} that is not there.`,
      fix: BACKUP,
    }
  }
  const lost = countLost(database, dataDir)
  if (lost > 0) {
    yield {
      problem: `${lost} acknowledged changes at the end are missing: the write-ahead log was cut off.`,
      fix: `${BACKUP} Or go on without them: ${REPAIR}`,
      repair: () => forgetMark(dataDir),
    }
  }
}
