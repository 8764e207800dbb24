import {createHash, randomBytes} from 'node:crypto'
import {mkdir, open, readFile, rename, rm, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {syncPath} from '../store/copyBeside.ts'
import {LakeError} from '../errors/LakeError.ts'

/** Pieces of files, each kept once under the SHA-256 of its bytes. */
export class ObjectStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Keeps a piece, on disk when it returns; `isNew` says whether it had to be written. */
  async put(bytes: Buffer): Promise<{hash: string; isNew: boolean}> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const path = this.#pathOf(hash)
    if ((await sizeOf(path)) === bytes.byteLength) return {hash, isNew: false}
    await mkdir(dirname(path), {recursive: true, mode: 0o700})
    const partial = `${path}.${randomBytes(4).toString('hex')}.partial`
    const handle = await open(partial, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } catch (error) {
      await rm(partial, {force: true})
      throw error
    } finally {
      await handle.close()
    }
    await rename(partial, path)
    syncPath(dirname(path))
    return {hash, isNew: true}
  }

  /** @throws LakeError `damaged` when the piece is missing or other than its name says. */
  async read(hash: string): Promise<Buffer> {
    const bytes = await readFile(this.#pathOf(hash)).catch((cause: unknown) => {
      throw new LakeError('damaged', `The backup lacks a piece (${hash}): it cannot be restored.`, {cause})
    })
    if (createHash('sha256').update(bytes).digest('hex') === hash) return bytes
    throw new LakeError('damaged', `A piece of the backup is damaged (${hash}): it cannot be restored.`)
  }

  /** Whether a piece is there, without reading it. */
  async has(hash: string): Promise<boolean> {
    return (await sizeOf(this.#pathOf(hash))) !== undefined
  }

  #pathOf(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), hash)
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch {
    return undefined
  }
}
