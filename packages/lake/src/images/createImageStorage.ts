import {randomUUID} from 'node:crypto'
import {readdirSync, rmSync, statSync} from 'node:fs'
import {readFile, rename, rm, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {keepFolderPrivate, PRIVATE_FILE} from '../store/keepPrivate.ts'
import type {ImageCacheStorage} from './ImageCache.ts'

/** Keeps rendered images in memory, for lakes without a data folder. */
export function createMemoryImageStorage(): ImageCacheStorage {
  const images = new Map<string, Buffer>()
  return {
    list: () => [],
    read: (key) => Promise.resolve(images.get(key) ?? null),
    write(key, bytes) {
      images.set(key, bytes)
      return Promise.resolve()
    },
    remove(key) {
      images.delete(key)
      return Promise.resolve()
    },
  }
}

/** Keeps rendered images in `<dataDir>/cache/images`, which may be deleted at any time. Keys are hexadecimal. */
export function createDiskImageStorage({dataDir}: {dataDir: string}): ImageCacheStorage {
  const folder = join(dataDir, 'cache', 'images')
  keepFolderPrivate(join(dataDir, 'cache'))
  keepFolderPrivate(folder)
  return {
    list() {
      const files = readdirSync(folder).flatMap((name) => {
        const path = join(folder, name)
        if (/^[0-9a-f]+$/.test(name)) {
          const {mtimeMs, size} = statSync(path)
          return [{key: name, mtimeMs, size}]
        }
        // A partial file of a run that was killed.
        rmSync(path, {force: true, recursive: true})
        return []
      })
      return files
        .toSorted((left, right) => left.mtimeMs - right.mtimeMs)
        .map(({key, size}) => ({key, sizeBytes: size}))
    },
    async read(key) {
      const path = join(folder, key)
      try {
        const bytes = await readFile(path)
        const now = new Date()
        // The time of change is the time of last use, which the next run sorts by.
        await utimes(path, now, now)
        return bytes
      } catch {
        // Deleted from outside: it is rendered again.
        return null
      }
    },
    async write(key, bytes) {
      const partial = join(folder, `${randomUUID()}.part`)
      await writeFile(partial, bytes, {mode: PRIVATE_FILE})
      await rename(partial, join(folder, key))
    },
    remove: (key) => rm(join(folder, key), {force: true}),
  }
}
