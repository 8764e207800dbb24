import {isDamage} from '../store/explainDatabaseError.ts'
import {checkAssets} from './checkAssets.ts'
import {checkDatabase} from './checkDatabase.ts'
import {checkDocuments} from './checkDocuments.ts'
import {checkLog} from './checkLog.ts'
import {BACKUP} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'

/**
 * Checks a lake: its database, what is derived from the documents, the log of what happened to them, and the files of
 * assets. The documents and the log are looked at as of one moment, also while a lake is using them.
 */
export async function* checkLake(context: CheckContext): AsyncGenerator<Finding> {
  context.database.exec('BEGIN')
  try {
    for (const step of [checkDatabase, checkDocuments, checkLog]) yield* guarded(step(context))
  } finally {
    context.database.exec('ROLLBACK')
  }
  yield* guarded(checkAssets(context))
}

async function* guarded(findings: Iterable<Finding> | AsyncIterable<Finding>): AsyncGenerator<Finding> {
  try {
    yield* findings
  } catch (error) {
    if (!isDamage(error)) throw error
    const reason = error instanceof Error ? error.message : String(error)
    yield {problem: `it could not be read to its end: ${reason}.`, fix: BACKUP}
  }
}
