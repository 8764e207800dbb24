import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'
import {Readable} from 'node:stream'
import {pack} from 'tar-stream'
import type {Pack} from 'tar-stream'
import type {AssetFile} from '../assets/assetFile.ts'
import {toArchivePath} from './archiveAssets.ts'
import type {PinnedAssets} from './pinAssets.ts'
import type {OnProgress} from './Progress.ts'

/** What goes into an archive, each read when its turn comes. */
export type ArchiveContents = {
  /** The folder in the archive that everything stands in. */
  name: string
  dataFile: string
  assetsFile: string
  files: readonly AssetFile[]
  pinned: Pick<PinnedAssets, 'pathOf'>
  onProgress: OnProgress
}

/** The tar stream of an archive: `<name>/data.ndjson`, `assets.json`, `files/`, `images/`, in this order. */
export function packArchive(contents: ArchiveContents): Readable {
  const archive = pack()
  fill(archive, contents).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return Readable.from(archive)
}

async function fill(archive: Pack, contents: ArchiveContents): Promise<void> {
  const {name, files, pinned, onProgress} = contents
  await addFile(archive, `${name}/data.ndjson`, contents.dataFile)
  await addFile(archive, `${name}/assets.json`, contents.assetsFile)
  for (const folder of ['files', 'images'] as const)
    archive.entry({name: `${name}/${folder}/`, type: 'directory'})
  for (const [index, file] of files.entries()) {
    await addFile(archive, `${name}/${toArchivePath(file)}`, pinned.pathOf(file))
    onProgress('Assets', index + 1, files.length)
  }
  archive.finalize()
}

async function addFile(archive: Pack, name: string, path: string): Promise<void> {
  const {size} = await stat(path)
  await pipeline(createReadStream(path), archive.entry({name, size, mode: 0o644}))
}
