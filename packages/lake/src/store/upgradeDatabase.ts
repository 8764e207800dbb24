import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {copyBeside} from './copyBeside.ts'
import {MIGRATIONS} from './migrations.ts'
import type {Migration} from './migrations.ts'

/** The format of a database: how many steps it has taken, 0 for a new one. */
export function formatOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}

/**
 * Gives a database the steps that it lacks: all of them or none, so that one killed on the way simply begins again. A
 * file that holds something is copied beside itself first.
 * @param options.file - where the database is; absent for one in memory
 * @throws LakeError `databaseTooNew` when a newer lake wrote the file, `failed` when it cannot be copied or upgraded.
 */
export function upgradeDatabase(
  database: DatabaseSync,
  options: {file: string | undefined; steps?: readonly Migration[]; now?: Date},
): void {
  const {file, steps = MIGRATIONS, now = new Date()} = options
  const format = formatOf(database)
  assertKnown(format, steps, file)
  if (format === steps.length) return
  const copy = file !== undefined && format > 0 ? copyBeside(database, {file, format, now}) : undefined
  database.exec('BEGIN IMMEDIATE')
  try {
    // Read again: another process may have been here first.
    for (const step of steps.slice(formatOf(database))) {
      if (typeof step === 'string') database.exec(step)
      else step(database)
    }
    database.exec(`PRAGMA user_version = ${steps.length}; COMMIT;`)
  } catch (cause) {
    if (database.isTransaction) database.exec('ROLLBACK')
    if (file === undefined || cause instanceof LakeError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LakeError(
      'failed',
      `${file} could not be brought from format ${format} to ${steps.length} and is as it was: ${reason}.${copy === undefined ? '' : ` A copy is in ${copy}.`}`,
      {cause},
    )
  }
}

function assertKnown(format: number, steps: readonly Migration[], file: string | undefined): void {
  if (format <= steps.length) return
  throw new LakeError(
    'databaseTooNew',
    `${file ?? 'The database'} was written by a newer lake (format ${format}, this one knows ${steps.length}). Start it with that version, or export there and import here.`,
  )
}
