import {createReadStream, createWriteStream} from 'node:fs'
import {mkdir, readdir, rename, rm, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip, createGzip} from 'node:zlib'
import {extract, pack} from 'tar-stream'
import type {Pack} from 'tar-stream'
import {LakeError} from '../errors/LakeError.ts'
import {syncPath} from '../store/copyBeside.ts'

const NAME = /^(backups\/[\w-]+\.json|objects\/[0-9a-f]{2}\/[0-9a-f]{64})$/

/** True for names of backups in one file: `.tar`, `.tar.gz` or `.tgz`. */
export function isPackedName(path: string): boolean {
  return /\.(tar|tar\.gz|tgz)$/.test(path)
}

/** Puts a folder of backups into one file, which is there whole or not at all. */
export async function packBackup(folder: string, file: string): Promise<void> {
  const archive = pack()
  fill(archive, folder).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  const partial = `${file}.partial`
  try {
    const target = createWriteStream(partial, {mode: 0o600})
    if (file.endsWith('.tar')) await pipeline(Readable.from(archive), target)
    else await pipeline(Readable.from(archive), createGzip(), target)
    syncPath(partial)
    await rename(partial, file)
    syncPath(dirname(file))
  } finally {
    await rm(partial, {force: true})
  }
}

async function fill(archive: Pack, folder: string): Promise<void> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1)
    if (!entry.isFile() || !NAME.test(name)) continue
    const {size} = await stat(path)
    await pipeline(createReadStream(path), archive.entry({name, size, mode: 0o600}))
  }
  archive.finalize()
}

/**
 * Unpacks a backup into a folder; names that are no part of one are refused.
 * @throws LakeError `damaged`.
 */
export async function unpackBackup(file: string, folder: string): Promise<void> {
  const archive = extract()
  const source = createReadStream(file)
  const fed = file.endsWith('.tar') ? pipeline(source, archive) : pipeline(source, createGunzip(), archive)
  fed.catch(() => undefined)
  try {
    for await (const entry of archive) {
      const {name, type} = entry.header
      if (type !== 'file' || !NAME.test(name))
        throw new LakeError('damaged', `${file} holds ${JSON.stringify(name)}, which is no part of a backup.`)
      await mkdir(dirname(join(folder, name)), {recursive: true, mode: 0o700})
      await pipeline(entry, createWriteStream(join(folder, name), {flags: 'wx', mode: 0o600}))
    }
    await fed
  } catch (cause) {
    source.destroy()
    if (cause instanceof LakeError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LakeError('damaged', `${file} is damaged or broken off: ${reason}.`, {cause})
  }
}
