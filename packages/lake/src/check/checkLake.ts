import {isDamage} from '../store/explainDatabaseError.ts'
import {checkAccess} from './checkAccess.ts'
import {checkAssets} from './checkAssets.ts'
import {checkDatabase} from './checkDatabase.ts'
import {checkDatasets} from './checkDatasets.ts'
import {checkDocuments} from './checkDocuments.ts'
import {checkLog} from './checkLog.ts'
import {checkPages, checkUnused} from './checkPages.ts'
import {checkShape} from './checkShape.ts'
import {checkWebhooks} from './checkWebhooks.ts'
import {BACKUP} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'

const STEPS = [checkDatabase, checkDatasets, checkAccess, checkWebhooks, checkDocuments, checkLog]

/**
 * Checks a lake: its database, what is derived from the documents, the log of what happened to them, and the files of
 * assets. The documents and the log are looked at as of one moment, also while a lake is using them. Where pages,
 * tables or indexes are damaged it ends with them: what is read through them tells nothing of the rest.
 */
export async function* checkLake(context: CheckContext): AsyncGenerator<Finding> {
  context.database.exec('BEGIN')
  let unused = 0
  let isSettled = true
  try {
    const pages = yield* checkPages(context)
    let isShaped = true
    for (const finding of guarded(checkShape(context))) {
      isShaped = false
      yield finding
    }
    if (!pages.isSound || !isShaped) return
    unused = pages.unused
    for (const step of STEPS) {
      for (const finding of guarded(step(context))) {
        isSettled = false
        yield finding
      }
    }
  } finally {
    context.database.exec('ROLLBACK')
  }
  yield* checkUnused(context.database, unused, isSettled)
  yield* checkAssets(context, isSettled)
}

function* guarded(findings: Iterable<Finding>): Generator<Finding> {
  try {
    yield* findings
  } catch (error) {
    if (!isDamage(error)) throw error
    const reason = error instanceof Error ? error.message : String(error)
    yield {problem: `it could not be read to its end: ${reason}.`, fix: BACKUP}
  }
}
