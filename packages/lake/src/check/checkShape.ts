import {describeMisshape, findMisshapen} from '../store/databaseShape.ts'
import {BACKUP, REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'
import {tableRebuilder} from './rebuildTable.ts'

/** Whether there are the tables and indexes of the format: until then nothing else can be read. */
export function* checkShape({database}: CheckContext): Generator<Finding> {
  const lost = new Set<string>()
  for (const part of findMisshapen(database)) {
    const {name, table, kind, sql, isMissing} = part
    const rebuild = kind === 'index' ? () => database.exec(sql) : tableRebuilder(name, sql)
    const problem = `${kind} ${name} ${describeMisshape(part)}.`
    if (isMissing && rebuild && !lost.has(table)) {
      yield {problem, fix: REPAIR, repair: () => rebuild(database), isOfPages: true}
    } else {
      lost.add(table)
      yield {problem, fix: BACKUP, isOfPages: true}
    }
  }
}
