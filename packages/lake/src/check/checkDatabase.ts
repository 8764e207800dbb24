import {countLost, forgetMark} from '../store/CommitMark.ts'
import {BACKUP, REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'

/** Whether rows have what they belong to, and whether the end of the log is there. */
export function* checkDatabase({database, dataDir}: CheckContext): Generator<Finding> {
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
