import {readdir, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {listBackups, readManifest} from './Manifest.ts'

// A backup that is being made beside this one has pieces that no manifest names yet.
const MIN_AGE_MS = 86_400_000

/**
 * Removes all but the latest backups of a folder, and the pieces that none of those names; pieces younger than a day stay
 * until the next time. Gives how many backups are gone.
 * @throws LakeError `damaged` when a backup that stays cannot be read; nothing is removed then.
 */
export async function pruneBackups(folder: string, keep: number, now: Date): Promise<number> {
  const names = await listBackups(folder)
  const kept = names.slice(-keep)
  const used = new Set<string>()
  for (const name of kept)
    for (const {pieces} of (await readManifest(folder, name)).files)
      for (const piece of pieces) used.add(piece)
  const old = names.slice(0, -keep)
  for (const name of old) await rm(join(folder, 'backups', `${name}.json`))
  const entries = await readdir(join(folder, 'objects'), {recursive: true, withFileTypes: true})
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || used.has(entry.name)) continue
    if (now.getTime() - (await stat(path)).mtimeMs > MIN_AGE_MS) await rm(path)
  }
  return old.length
}
