import {existsSync, mkdirSync, readdirSync, rmSync} from 'node:fs'
import {randomBytes} from 'node:crypto'
import {join} from 'node:path'
import {toFilename} from '../assets/assetFile.ts'
import type {AssetFile} from '../assets/assetFile.ts'
import {linkFile} from '../assets/linkFiles.ts'

/** Files that stay while they are copied, even if a running lake deletes them meanwhile. */
export type PinnedAssets = {
  /** Takes hold of a file; false when it is not there. */
  pin(file: AssetFile): Promise<boolean>
  pathOf(file: AssetFile): string
  release(): void
}

/**
 * Makes a folder of second names for files of assets, beside them, so that no bytes are copied. Where no folder can be
 * made the files go by their first names: there no lake deletes any.
 */
export function pinAssets(dataDir: string): PinnedAssets {
  const folder = makeFolder(join(dataDir, 'pinned'))
  const sourceOf = (file: AssetFile): string =>
    join(dataDir, 'assets', file.dataset, file.kind, toFilename(file))
  if (folder === undefined) {
    return {pin: async (file) => existsSync(sourceOf(file)), pathOf: sourceOf, release: () => undefined}
  }
  const pathOf = (file: AssetFile): string => join(folder, `${file.dataset}.${file.kind}.${toFilename(file)}`)
  return {
    async pin(file) {
      const source = sourceOf(file)
      if (!existsSync(source)) return false
      try {
        await linkFile(source, pathOf(file))
        return true
      } catch (error) {
        // It went between the question and the link.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
        throw error
      }
    },
    pathOf,
    release: () => rmSync(folder, {recursive: true, force: true}),
  }
}

function makeFolder(all: string): string | undefined {
  const folder = join(all, `${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    clearAway(all)
    mkdirSync(folder, {recursive: true, mode: 0o700})
    return folder
  } catch {
    return undefined
  }
}

// What processes that were killed left; the first part of a name says whose it is.
function clearAway(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!isRunning(Number(name.split('-')[0]))) rmSync(join(folder, name), {recursive: true, force: true})
  }
}

function isRunning(pid: number): boolean {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
