import {closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {keepFilePrivate} from './keepPrivate.ts'

/**
 * Puts a whole, checked copy of a database beside its file, as `lake.sqlite.format-1.2026-11-26T11-20-00Z.backup`; it
 * is on disk when this returns.
 * @throws LakeError `failed` when there is no room or the copy is not whole.
 */
export function copyBeside(
  database: DatabaseSync,
  {file, format, now}: {file: string; format: number; now: Date},
): string {
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-')
  const prefix = `${basename(file)}.format-${format}.`
  const copy = join(dirname(file), `${prefix}${time}Z.backup`)
  const partial = `${copy}.partial`
  // What a run that was killed left half-way.
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(prefix) && name.endsWith('.partial')) rmSync(join(dirname(file), name))
  }
  try {
    keepFilePrivate(partial)
    database.prepare('VACUUM INTO ?').run(partial)
    syncPath(partial)
    renameSync(partial, copy)
    syncPath(dirname(file))
  } catch (cause) {
    rmSync(partial, {force: true})
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LakeError(
      'failed',
      `${file} has the old format ${format} and could not be copied before its upgrade (${reason}): make room in ${dirname(file)} and start again. Nothing was changed.`,
      {cause},
    )
  }
  return copy
}

/** Brings a file or folder to disk. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
