import {randomBytes} from 'node:crypto'
import {mkdir, open, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {backup, DatabaseSync} from 'node:sqlite'
import type {OnProgress} from '../archive/Progress.ts'
import {LakeError} from '../errors/LakeError.ts'
import {syncPath} from '../store/copyBeside.ts'
import {openBeside} from '../store/openBeside.ts'
import {formatOf} from '../store/upgradeDatabase.ts'
import {assertSound} from './assertSound.ts'
import {listAssets} from './listAssets.ts'
import type {BackedUpFile, Manifest} from './Manifest.ts'
import {ObjectStore} from './ObjectStore.ts'

/** What a backup has done; `copiedBytes` counts what was not there from earlier ones. */
export type BackupReport = {
  name: string
  documents: number
  assets: number
  bytes: number
  copiedBytes: number
}

// Whole pages, so that what a few edits changed is a few pieces.
const PIECE_BYTES = 256 * 1024
// All of it in one step: a backup in several steps begins anew whenever somebody writes in between.
const ALL_PAGES = 0x7fff_fff0
// A file that went while it was looked for belongs to a document that went too: then the moment is taken anew.
const ATTEMPTS = 5

/**
 * Backs a lake up into a folder while it serves: the database as of one moment, and every file that its documents name.
 * What the folder holds already is not copied again. It is there whole, checked and on disk, or not at all.
 * @throws LakeError `notFound`, or `damaged` for a database that is not sound or an asset without its file.
 */
export async function createBackup(
  dataDir: string,
  target: string,
  options: {now: Date; allowMissingAssets?: boolean; onProgress: OnProgress},
): Promise<BackupReport> {
  const live = openBeside(dataDir)
  const work = join(target, `.work-${randomBytes(6).toString('hex')}`)
  await mkdir(work, {recursive: true, mode: 0o700})
  try {
    for (let attempt = 1; ; attempt += 1) {
      const copy = join(work, `lake-${attempt}.sqlite`)
      await backup(live, copy, {rate: ALL_PAGES})
      const facts = inspect(copy)
      const pieces = new Pieces(new ObjectStore(join(target, 'objects')))
      const files: BackedUpFile[] = []
      const missing: {path: string; dataset: string; id: string}[] = []
      for (const [index, {path, dataset, id}] of facts.assets.entries()) {
        const file = await pieces.add(join(dataDir, path), path)
        if (file) files.push(file)
        else missing.push({path, dataset, id})
        options.onProgress('Assets', index + 1, facts.assets.length)
      }
      if (missing.some(({dataset, id}) => !isThere(live, dataset, id)) && attempt < ATTEMPTS) continue
      assertComplete(missing, options.allowMissingAssets === true)
      const database = await pieces.add(copy, 'lake.sqlite')
      if (!database) throw new LakeError('failed', `The copy of the database is gone from ${work}.`)
      const manifest: Manifest = {
        kind: 'lake-backup',
        version: 1,
        createdAt: options.now.toISOString(),
        format: facts.format,
        documents: facts.documents,
        files: [database, ...files],
        missing: missing.map(({path}) => path),
      }
      await pieces.verify(options.onProgress)
      const name = await writeManifest(target, manifest)
      return {
        name,
        documents: facts.documents,
        assets: files.length,
        bytes: manifest.files.reduce((sum, {bytes}) => sum + bytes, 0),
        copiedBytes: pieces.copiedBytes,
      }
    }
  } finally {
    live.close()
    await rm(work, {recursive: true, force: true})
  }
}

function inspect(copy: string): {
  format: number
  documents: number
  assets: ReturnType<typeof listAssets>
} {
  const database = new DatabaseSync(copy)
  try {
    // One file without a log beside it.
    database.exec('PRAGMA journal_mode = DELETE')
    assertSound(database, 'The database')
    const count = database.prepare('SELECT count(*) AS count FROM documents').get()
    return {
      format: formatOf(database),
      documents: Number(count?.['count'] ?? 0),
      assets: listAssets(database),
    }
  } finally {
    database.close()
  }
}

function isThere(live: DatabaseSync, dataset: string, id: string): boolean {
  return live.prepare('SELECT 1 FROM documents WHERE dataset = ? AND id = ?').get(dataset, id) !== undefined
}

function assertComplete(missing: readonly {id: string}[], isAllowed: boolean): void {
  const [first] = missing
  if (!first || isAllowed) return
  throw new LakeError(
    'damaged',
    `The file of asset "${first.id}" is missing (${missing.length} in all): run "lake check", or back up without them by --allow-missing-assets.`,
  )
}

async function writeManifest(target: string, manifest: Manifest): Promise<string> {
  const folder = join(target, 'backups')
  await mkdir(folder, {recursive: true, mode: 0o700})
  const name = manifest.createdAt.replaceAll(/[:.]/g, '-')
  const partial = join(folder, `${name}.partial`)
  await writeFile(partial, JSON.stringify(manifest, null, 1), {mode: 0o600})
  syncPath(partial)
  await rename(partial, join(folder, `${name}.json`))
  syncPath(folder)
  return name
}

/** Files on their way into pieces. */
class Pieces {
  copiedBytes = 0
  readonly #objects: ObjectStore
  readonly #all = new Set<string>()
  readonly #added = new Set<string>()

  constructor(objects: ObjectStore) {
    this.#objects = objects
  }

  /** Puts a file in; undefined when it is not there. */
  async add(file: string, path: string): Promise<BackedUpFile | undefined> {
    const handle = await open(file, 'r').catch(() => undefined)
    if (!handle) return undefined
    const pieces: string[] = []
    let bytes = 0
    try {
      for (;;) {
        const {bytesRead, buffer} = await handle.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, bytes)
        if (bytesRead === 0) break
        const {hash, isNew} = await this.#objects.put(buffer.subarray(0, bytesRead))
        if (isNew) {
          this.copiedBytes += bytesRead
          this.#added.add(hash)
        }
        this.#all.add(hash)
        pieces.push(hash)
        bytes += bytesRead
      }
    } finally {
      await handle.close()
    }
    return {path, bytes, pieces}
  }

  /** Reads back what was written now, and looks for what was there. @throws LakeError `damaged`. */
  async verify(onProgress: OnProgress): Promise<void> {
    let done = 0
    for (const hash of this.#all) {
      if (this.#added.has(hash)) await this.#objects.read(hash)
      else if (!(await this.#objects.has(hash)))
        throw new LakeError('damaged', `The backup lost a piece while it was made (${hash}).`)
      onProgress('Verifying', (done += 1), this.#all.size)
    }
  }
}
