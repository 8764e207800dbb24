import {describeMisshape, findMisshapen} from '../store/databaseShape.ts'
import {BACKUP, REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'

// What these hold follows from the rest or is of the moment.
const FOLLOWING: readonly string[] = [
  'datasets',
  'documents',
  'document_references',
  'webhook_cursor',
  'webhook_messages',
  'webhook_attempts',
  'import_progress',
  'import_weakened',
]

/** Whether there are the tables and indexes of the format: until then nothing else can be read. */
export function* checkShape({database}: CheckContext): Generator<Finding> {
  for (const part of findMisshapen(database)) {
    const problem = `${part.kind} ${part.name} ${describeMisshape(part)}.`
    const isRepairable = part.isMissing && (part.kind === 'index' || FOLLOWING.includes(part.name))
    if (isRepairable) yield {problem, fix: REPAIR, repair: () => database.exec(part.sql), isOfPages: true}
    else yield {problem, fix: BACKUP, isOfPages: true}
  }
}
