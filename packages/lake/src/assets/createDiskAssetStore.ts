import {createHash, randomUUID} from 'node:crypto'
import {rmSync} from 'node:fs'
import {mkdir, open, readFile, rename, rm, stat, type FileHandle} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {LakeError} from '../errors/LakeError.ts'
import {keepFolderPrivate, PRIVATE_FILE, PRIVATE_FOLDER} from '../store/keepPrivate.ts'
import {toFilename, type AssetFile} from './assetFile.ts'
import {linkFiles} from './linkFiles.ts'
import type {AssetStore, StoredAsset, Upload, UploadLimits} from './AssetStore.ts'
import {readUpload} from './readUpload.ts'

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function writeAll(handle: FileHandle, body: ReadableStream<Uint8Array> | null, limits: UploadLimits) {
  const hash = createHash('sha1')
  let sizeBytes = 0
  for await (const piece of readUpload(body, limits)) {
    hash.update(piece)
    sizeBytes += piece.byteLength
    // Unlike one write, which a disk that gets full may cut short.
    await handle.writeFile(piece)
  }
  await handle.sync()
  return {sha1hash: hash.digest('hex'), sizeBytes}
}

function createUpload(root: string, partial: string, arrived: {sha1hash: string; sizeBytes: number}): Upload {
  let {sha1hash, sizeBytes} = arrived
  return {
    get sha1hash() {
      return sha1hash
    },
    get sizeBytes() {
      return sizeBytes
    },
    readBytes: () => readFile(partial),
    async replaceBytes(bytes) {
      const handle = await open(partial, 'w')
      await handle
        .writeFile(bytes)
        .then(() => handle.sync())
        .finally(() => handle.close())
      sha1hash = createHash('sha1').update(bytes).digest('hex')
      sizeBytes = bytes.byteLength
    },
    async keep(file) {
      const folder = join(root, file.dataset, file.kind)
      await mkdir(folder, {recursive: true, mode: PRIVATE_FOLDER})
      // Renaming is atomic: a reader sees the whole file or none, and equal content simply replaces itself.
      await rename(partial, join(folder, toFilename(file)))
      await syncFolder(folder)
    },
    discard: () => rm(partial, {force: true}),
  }
}

/** An asset may be deleted between the look at its size and the reading of it. */
async function throwNotFound(error: unknown): Promise<never> {
  if (isMissing(error)) throw new LakeError('notFound', 'This asset has just been deleted.')
  throw error
}

function openStored(path: string, sizeBytes: number): StoredAsset {
  return {
    sizeBytes,
    async stream({start, end}) {
      // A file stream's own `end` is the last byte, so an empty range has no form of its own.
      if (end <= start) return new Blob([]).stream()
      const handle = await open(path).catch(throwNotFound)
      return Readable.toWeb(handle.createReadStream({start, end: end - 1}))
    },
    readBytes: () => readFile(path).catch(throwNotFound),
  }
}

/**
 * Keeps assets in `<dataDir>/assets/<dataset>/images|files/<name by content>`; an upload is hashed while it is written
 * beside them, brought to disk, and renamed into place.
 *
 * @example
 * ```ts
 * const store = createDiskAssetStore({dataDir: '/var/lib/lake'})
 * const upload = await store.receive(request.body, {maxBytes: 100_000_000, idleTimeoutMs: 30_000})
 * ```
 */
export function createDiskAssetStore({dataDir}: {dataDir: string}): AssetStore {
  const root = join(dataDir, 'assets')
  // A dot cannot start a dataset's name, so this folder is nobody's.
  const uploads = join(root, '.uploads')
  // What a crash left half-way belongs to nobody.
  rmSync(uploads, {recursive: true, force: true})
  keepFolderPrivate(root)
  keepFolderPrivate(uploads)
  const pathOf = (file: AssetFile) => join(root, file.dataset, file.kind, toFilename(file))

  return {
    async receive(body, limits) {
      const partial = join(uploads, randomUUID())
      const handle = await open(partial, 'wx', PRIVATE_FILE)
      try {
        const arrived = await writeAll(handle, body, limits).finally(() => handle.close())
        return createUpload(root, partial, arrived)
      } catch (error) {
        await rm(partial, {force: true})
        throw error
      }
    },
    async open(file) {
      try {
        const {size} = await stat(pathOf(file))
        return openStored(pathOf(file), size)
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async remove(file) {
      try {
        await rm(pathOf(file))
        return true
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    copyDataset: (from, to) => linkFiles(join(root, from), join(root, to)),
    // An upload may put a file there in between: then once more.
    removeDataset: (dataset) => rm(join(root, dataset), {recursive: true, force: true, maxRetries: 5}),
  }
}
