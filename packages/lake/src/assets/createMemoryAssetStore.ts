import {createHash} from 'node:crypto'
import {toFilename, type AssetFile} from './assetFile.ts'
import type {AssetStore} from './AssetStore.ts'
import {readUpload} from './readUpload.ts'

function toSha1(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex')
}

function toKey(file: AssetFile): string {
  return `${file.dataset}/${file.kind}/${toFilename(file)}`
}

/** Keeps assets in memory, for lakes without a data folder. */
export function createMemoryAssetStore(): AssetStore {
  const contents = new Map<string, Buffer>()
  return {
    async receive(body, limits) {
      const pieces: Uint8Array[] = []
      for await (const piece of readUpload(body, limits)) pieces.push(piece)
      let bytes: Buffer = Buffer.concat(pieces)
      return {
        get sha1hash() {
          return toSha1(bytes)
        },
        get sizeBytes() {
          return bytes.byteLength
        },
        readBytes: () => Promise.resolve(bytes),
        replaceBytes(other) {
          bytes = other
          return Promise.resolve()
        },
        keep(file) {
          contents.set(toKey(file), bytes)
          return Promise.resolve()
        },
        discard: () => Promise.resolve(),
      }
    },
    open(file) {
      const bytes = contents.get(toKey(file))
      if (bytes === undefined) return Promise.resolve(null)
      return Promise.resolve({
        sizeBytes: bytes.byteLength,
        stream: ({start, end}) =>
          Promise.resolve(new Blob([new Uint8Array(bytes.subarray(start, end))]).stream()),
        readBytes: () => Promise.resolve(bytes),
      })
    },
    remove: (file) => Promise.resolve(contents.delete(toKey(file))),
    copyDataset(from, to) {
      for (const [key, bytes] of contents) {
        if (key.startsWith(`${from}/`)) contents.set(to + key.slice(from.length), bytes)
      }
      return Promise.resolve()
    },
    removeDataset(dataset) {
      for (const key of contents.keys()) if (key.startsWith(`${dataset}/`)) contents.delete(key)
      return Promise.resolve()
    },
  }
}
