import {existsSync} from 'node:fs'
import {link, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {syncPath} from '../store/copyBeside.ts'

const LOGS = ['-wal', '-journal'] as const

/**
 * Puts a restored database in the place of the one that there is, which may be damaged: it is never opened. Its files
 * are kept beside, under one name, so that the write-ahead log still belongs to it.
 * @returns where the old database is now; undefined when there was none.
 */
export async function exchangeDatabase(
  restored: string,
  dataDir: string,
  now: Date,
): Promise<string | undefined> {
  const file = join(dataDir, 'lake.sqlite')
  const kept = `${file}.replaced-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  const there = ['', ...LOGS].filter((ending) => existsSync(`${file}${ending}`))
  for (const ending of there) await link(`${file}${ending}`, `${kept}${ending}`)
  syncPath(dataDir)
  // SQLite would take what is left of the old database for a part of the restored one.
  for (const ending of [...LOGS, '-shm']) await rm(`${file}${ending}`, {force: true})
  await rename(restored, file)
  syncPath(dataDir)
  return there.includes('') ? kept : undefined
}
