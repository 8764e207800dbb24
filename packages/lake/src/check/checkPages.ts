import type {DatabaseSync} from 'node:sqlite'
import {isDamage} from '../store/explainDatabaseError.ts'
import {BACKUP, REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'

/** Whether what is read of a database is what was written, and how many of its pages belong to nothing. */
export type PageReport = {isSound: boolean; unused: number}

const MAX_MESSAGES = 100_000
const MAX_SAID = 100

// What SQLite says of an index that does not fit its table: the table is the truth, and the index is made from it.
const OF_AN_INDEX = /(?:missing from|entries in|non-unique entry in|values out of order in) index (\S+)$/

const UNUSED = /^Page \d+: never used$/
const HEADING = /^(ok|\*\*\* in database .*)$/

/** What SQLite itself says of its pages and indexes: while these are not well, nothing else is read as it is. */
export function* checkPages({database, onChecked}: CheckContext): Generator<Finding, PageReport> {
  onChecked('database', 0)
  const messages = readMessages(database)
  const [unused, wrong] = partition(messages, (message) => UNUSED.test(message))
  const [ofIndexes, ofPages] = partition(wrong, (message) => OF_AN_INDEX.test(message))
  for (const problem of ofPages.slice(0, MAX_SAID))
    yield {problem: `${problem}.`, fix: BACKUP, isOfPages: true}
  const reindex = (): void => database.exec('REINDEX')
  for (const [index, [first, ...others]] of Map.groupBy(
    ofIndexes,
    (message) => OF_AN_INDEX.exec(message)?.[1],
  )) {
    const more = others.length === 0 ? '' : `, and ${others.length} more`
    const problem = `index ${index} does not fit its table (${first}${more}).`
    // Made from a table that cannot be read, an index would hide what is lost.
    const way = ofPages.length > 0 ? {fix: BACKUP} : {fix: REPAIR, repair: reindex}
    yield {problem, isOfPages: true, ...way}
  }
  return {isSound: wrong.length === 0 && messages.length < MAX_MESSAGES, unused: unused.length}
}

/** Pages that belong to nothing only take room, if all that should be there is there: else they may be left of it. */
export function* checkUnused(database: DatabaseSync, unused: number, isSettled: boolean): Generator<Finding> {
  if (unused === 0) return
  const problem = `${unused} of its pages belong to nothing.`
  if (!isSettled) yield {problem, fix: 'See to the rest first.'}
  else {
    const vacuum = (): void => database.exec('VACUUM')
    yield {problem, fix: `They only take room. ${REPAIR}`, repair: vacuum, isTidying: true}
  }
}

function readMessages(database: DatabaseSync): string[] {
  try {
    const rows = database.prepare(`PRAGMA integrity_check(${MAX_MESSAGES})`).all()
    const lines = rows.flatMap((row) => String(row['integrity_check']).split('\n'))
    return lines.filter((line) => !HEADING.test(line))
  } catch (error) {
    if (!isDamage(error)) throw error
    return [`it could not be read to its end: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}
