import {existsSync} from 'node:fs'
import {mkdir, open, rename, rm} from 'node:fs/promises'
import {randomBytes} from 'node:crypto'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {OnProgress} from '../archive/Progress.ts'
import {LakeError} from '../errors/LakeError.ts'
import {forgetMark} from '../store/CommitMark.ts'
import {syncPath} from '../store/copyBeside.ts'
import {PRIVATE_FOLDER} from '../store/keepPrivate.ts'
import {lockFolder} from '../store/lockFolder.ts'
import {MIGRATIONS} from '../store/migrations.ts'
import {assertSound} from './assertSound.ts'
import {exchangeDatabase} from './exchangeDatabase.ts'
import {listAssets} from './listAssets.ts'
import {readManifest} from './Manifest.ts'
import type {BackedUpFile, Manifest} from './Manifest.ts'
import {ObjectStore} from './ObjectStore.ts'

/** What a restore has done; `kept` is where the database that was there before is now. */
export type RestoreReport = {documents: number; assets: number; kept: string | undefined}

/**
 * Restores a backup into a data folder. Everything is put together and checked beside what is there; then the files of
 * assets, whose names are their content, are added, and the database is exchanged by one renaming. The old one, whole or
 * damaged, is kept.
 * @throws LakeError `conflict` for a lake with documents unless `isForced`, `damaged`, `folderInUse`, `databaseTooNew`.
 */
export async function restoreBackup(
  source: {folder: string; name: string},
  dataDir: string,
  options: {isForced: boolean; now: Date; onProgress: OnProgress},
): Promise<RestoreReport> {
  const manifest = await readManifest(source.folder, source.name)
  assertKnownFormat(manifest)
  const unlock = lockFolder(dataDir)
  const work = join(dataDir, 'pinned', `${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    if (!options.isForced) assertReplaceable(dataDir)
    const objects = new ObjectStore(join(source.folder, 'objects'))
    for (const [index, file] of manifest.files.entries()) {
      await putTogether(objects, file, work)
      options.onProgress('Files', index + 1, manifest.files.length)
    }
    assertWhole(manifest, join(work, 'lake.sqlite'))
    for (const {path} of manifest.files)
      if (path !== 'lake.sqlite') await moveInto(join(work, path), join(dataDir, path))
    const kept = await exchangeDatabase(join(work, 'lake.sqlite'), dataDir, options.now)
    // What the replaced database had acknowledged says nothing of the restored one.
    forgetMark(dataDir)
    return {documents: manifest.documents, assets: manifest.files.length - 1, kept}
  } finally {
    await rm(work, {recursive: true, force: true})
    unlock()
  }
}

function assertKnownFormat({format}: Manifest): void {
  if (format <= MIGRATIONS.length) return
  throw new LakeError(
    'databaseTooNew',
    `The backup was made by a newer lake (format ${format}, this one knows ${MIGRATIONS.length}): restore it with that version.`,
  )
}

/** Of a database that cannot be read nobody knows what it holds. */
function assertReplaceable(dataDir: string): void {
  const file = join(dataDir, 'lake.sqlite')
  if (!existsSync(file)) return
  let holds: string
  try {
    const count = countDocuments(file)
    if (count === 0) return
    holds = `a lake with ${count} documents`
  } catch (cause) {
    holds = `a lake that cannot be read (${cause instanceof Error ? cause.message : String(cause)})`
  }
  throw new LakeError(
    'conflict',
    `${dataDir} holds ${holds}: restore into another folder (--data-dir), or say --force; its database is then kept beside the restored one.`,
  )
}

function countDocuments(file: string): number {
  const database = new DatabaseSync(file, {readOnly: true})
  try {
    const isTable =
      database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'documents'").get() !== undefined
    if (!isTable) return 0
    return Number(database.prepare('SELECT count(*) AS n FROM documents NOT INDEXED').get()?.['n'] ?? 0)
  } finally {
    database.close()
  }
}

async function putTogether(
  objects: ObjectStore,
  {path, bytes, pieces}: BackedUpFile,
  work: string,
): Promise<void> {
  const file = join(work, path)
  await mkdir(dirname(file), {recursive: true, mode: 0o700})
  const handle = await open(file, 'wx', 0o600)
  let written = 0
  try {
    for (const piece of pieces) {
      const content = await objects.read(piece)
      await handle.writeFile(content)
      written += content.byteLength
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (written !== bytes)
    throw new LakeError(
      'damaged',
      `The backup says that ${path} has ${bytes} bytes, its pieces have ${written}.`,
    )
}

function assertWhole(manifest: Manifest, file: string): void {
  const database = new DatabaseSync(file)
  try {
    assertSound(database, 'The database in the backup')
    const known = new Set([...manifest.files.map(({path}) => path), ...manifest.missing])
    const lost = listAssets(database).find(({path}) => !known.has(path))
    if (lost) throw new LakeError('damaged', `The backup lacks the file of asset "${lost.id}".`)
  } finally {
    database.close()
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), {recursive: true, mode: PRIVATE_FOLDER})
  await rename(from, to)
  syncPath(dirname(to))
}
