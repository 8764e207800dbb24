import {createWriteStream} from 'node:fs'
import {mkdir, rename, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createGzip} from 'node:zlib'
import {randomBytes} from 'node:crypto'
import {parseAssetDocumentId, toAssetDocumentId} from '../assets/assetFile.ts'
import type {AssetFile} from '../assets/assetFile.ts'
import {LakeError} from '../errors/LakeError.ts'
import {syncPath} from '../store/copyBeside.ts'
import {openSnapshot} from '../store/openSnapshot.ts'
import type {Snapshot} from '../store/openSnapshot.ts'
import {ASSET_TYPES, describeAsset, isAssetDocument, rewriteAssets} from './archiveAssets.ts'
import {isChosen} from './chooseDocuments.ts'
import type {DocumentChoice} from './chooseDocuments.ts'
import {packArchive} from './packArchive.ts'
import {pinAssets} from './pinAssets.ts'
import type {PinnedAssets} from './pinAssets.ts'
import type {OnProgress} from './Progress.ts'
import {writeLines} from './writeLines.ts'

/** What is exported, and in which form. */
export type ExportOptions = DocumentChoice & {
  dataDir: string
  dataset: string
  /** Where the `.tar.gz` goes; it is there whole or not at all. */
  file: string
  /** Documents as they are stored, with those of assets and without files. */
  raw: boolean
  /** Files of assets; without them what points at one is taken out. */
  assets: boolean
  /** Leaves a file that is missing on disk out, instead of giving up. */
  allowMissingAssets: boolean
  onProgress: OnProgress
}

/** How much went out; `missing` names the documents of assets whose file is not there. */
export type ExportReport = {documents: number; assets: number; missing: string[]}

// A file that goes while it is looked for belongs to a document that went too: then the moment is taken anew.
const ATTEMPTS = 10

/**
 * Writes a dataset to a `.tar.gz` in the form of `sanity dataset export`, as of one moment and beside a running lake.
 * Memory holds one document, and the names of the assets.
 * @throws LakeError `notFound` for the dataset, `damaged` naming an asset whose file is missing.
 */
export async function exportDataset(options: ExportOptions): Promise<ExportReport> {
  const parent = dirname(options.file)
  const spool = join(parent, `.${basename(options.file)}.${randomBytes(6).toString('hex')}`)
  await mkdir(spool, {recursive: true, mode: 0o700})
  try {
    for (let attempt = 1; ; attempt += 1) {
      const snapshot = openSnapshot(options.dataDir)
      const pinned = pinAssets(options.dataDir)
      try {
        const report = await exportSnapshot(snapshot, pinned, spool, options)
        const gone = report.missing.filter((id) => !snapshot.isStillThere(options.dataset, id))
        if (gone.length > 0 && attempt < ATTEMPTS) continue
        const [missing] = report.missing
        if (missing !== undefined && !options.allowMissingAssets) {
          throw new LakeError(
            'damaged',
            `The file of asset "${missing}" is missing (${report.missing.length} in all): run "lake check", or leave them out with --allow-missing-assets.`,
          )
        }
        await rename(join(spool, 'archive'), options.file)
        syncPath(parent)
        return report
      } finally {
        pinned.release()
        snapshot.close()
      }
    }
  } finally {
    await rm(spool, {recursive: true, force: true})
  }
}

async function exportSnapshot(
  snapshot: Snapshot,
  pinned: PinnedAssets,
  spool: string,
  options: ExportOptions,
): Promise<ExportReport> {
  const {dataset, onProgress} = options
  const total = snapshot.countDocuments(dataset)
  const pointedAt = new Set<string>()
  const dataFile = join(spool, 'data.ndjson')
  const documents = await writeLines(dataFile, chosenLines(snapshot, options, pointedAt), (count) =>
    onProgress('Documents', count, total),
  )
  const files: AssetFile[] = []
  const missing: string[] = []
  const assetsFile = join(spool, 'assets.json')
  await writeLines(assetsFile, describeAll())
  await pipeline(
    packArchive({
      name: `${dataset}-export-${stampOf(new Date())}`,
      dataFile,
      assetsFile,
      files,
      pinned,
      onProgress,
    }),
    createGzip(),
    createWriteStream(join(spool, 'archive'), {mode: 0o600}),
  )
  syncPath(join(spool, 'archive'))
  return {documents, assets: files.length, missing}

  // One object over all assets, written member by member.
  async function* describeAll(): AsyncGenerator<string> {
    yield '{'
    if (options.assets && !options.raw) {
      for (const document of snapshot.documents(dataset, ASSET_TYPES)) {
        const file = parseAssetDocumentId(dataset, document._id)
        if (!file || (options.types && !pointedAt.has(document._id))) continue
        if (!(await pinned.pin(file))) {
          missing.push(document._id)
          continue
        }
        const kind = file.kind === 'images' ? 'image' : 'file'
        const text = JSON.stringify(describeAsset(document))
        yield `${files.length === 0 ? '' : ','}${JSON.stringify(`${kind}-${file.sha1hash}`)}:${text}`
        files.push(file)
      }
    }
    yield '}'
  }
}

function* chosenLines(snapshot: Snapshot, options: ExportOptions, pointedAt: Set<string>): Generator<string> {
  const {dataset, raw, assets} = options
  for (const document of snapshot.documents(dataset)) {
    if (!isChosen(document, options)) continue
    if (raw) yield JSON.stringify(document)
    else if (!isAssetDocument(document)) {
      const rewritten = rewriteAssets(document, dataset, (file) => {
        pointedAt.add(toAssetDocumentId(file))
        return assets
      })
      yield JSON.stringify(rewritten)
    }
  }
}

function stampOf(now: Date): string {
  return now
    .toISOString()
    .replaceAll(/[^0-9A-Za-z]/g, '-')
    .toLowerCase()
}
