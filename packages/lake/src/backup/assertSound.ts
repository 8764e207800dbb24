import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'

/** @throws LakeError `damaged` with the first thing that SQLite finds wrong. */
export function assertSound(database: DatabaseSync, what: string): void {
  let found: unknown
  try {
    found = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']
  } catch (cause) {
    found = cause instanceof Error ? cause.message : String(cause)
  }
  if (found !== 'ok') {
    throw new LakeError(
      'damaged',
      `${what} is damaged: ${String(found)}. Run "lake check", or restore an earlier backup.`,
    )
  }
  const [broken] = database.prepare('PRAGMA foreign_key_check').all()
  if (broken)
    throw new LakeError(
      'damaged',
      `${what} has rows without what they belong to (${String(broken['table'])}).`,
    )
}
