import {createHash} from 'node:crypto'
import {createWriteStream, existsSync, readdirSync} from 'node:fs'
import {mkdir, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {ARCHIVE_LIMITS} from '../archive/ArchiveLimits.ts'
import {describeAsset, isAssetDocument, rewriteAssets} from '../archive/archiveAssets.ts'
import {isChosen} from '../archive/chooseDocuments.ts'
import type {DocumentChoice} from '../archive/chooseDocuments.ts'
import type {ImportMode} from '../archive/ImportJob.ts'
import {importSource} from '../archive/importSource.ts'
import type {ImportReport} from '../archive/importSource.ts'
import type {OnProgress} from '../archive/Progress.ts'
import {readLines} from '../archive/readLines.ts'
import {writeLines} from '../archive/writeLines.ts'
import {parseAssetDocumentId, toAssetDocumentId} from '../assets/assetFile.ts'
import type {AssetFile} from '../assets/assetFile.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import {openFolder} from '../openFolder.ts'
import {downloadAsset} from './downloadAsset.ts'
import type {RemoteDataset} from './RemoteDataset.ts'

/** What is fetched, and where it goes. */
export type PullOptions = {
  dataDir: string
  projectId: string
  dataset: string
  /** The project that the assets are addressed under there. */
  remoteProjectId: string
  mode: ImportMode
  choice: DocumentChoice
  isDryRun: boolean
  onProgress: OnProgress
  onNote: (note: string) => void
  signal: AbortSignal
  clock: () => Date
}

/**
 * Fetches a dataset from another place of Sanity's HTTP API into a folder that no lake uses. What has been fetched stays
 * until all of it is there, so that after an interruption the same call fetches the rest; then it is imported, all of it
 * or nothing.
 * @throws LakeError `unfinished` when it stopped on the way, or what `importSource` throws.
 */
export async function pull(remote: RemoteDataset, options: PullOptions): Promise<ImportReport> {
  const folder = openFolder(options.dataDir)
  const spool = join(options.dataDir, `pull-${keyOf(remote, options)}`)
  try {
    if (existsSync(join(spool, 'documents.ndjson')))
      options.onNote('An earlier pull was stopped: this one goes on with the documents that it fetched.')
    for (const kind of ['images', 'files']) await mkdir(join(spool, kind), {recursive: true, mode: 0o700})
    try {
      await fetchDocuments(remote, spool, options)
      await fetchAssets(remote, spool, options)
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      const assets = readdirSync(join(spool, 'images')).length + readdirSync(join(spool, 'files')).length
      throw new LakeError(
        'unfinished',
        `${error.message} ${assets} assets are here. The same command goes on from here.`,
        {cause: error},
      )
    }
    const source = {
      dataFile: join(spool, 'data.ndjson'),
      folder: spool,
      name: `the documents of ${remote.name}`,
      release: () => rm(spool, {recursive: true, force: true}),
    }
    const {projectId, dataset, mode, isDryRun, onProgress, clock} = options
    const report = await importSource(folder, source, {
      projectId,
      dataset,
      mode,
      isDryRun,
      isResumable: false,
      allowMissingAssets: false,
      limits: ARCHIVE_LIMITS,
      onProgress,
      clock,
    })
    if (!isDryRun) await source.release()
    return report
  } finally {
    folder.close()
  }
}

function keyOf(remote: RemoteDataset, {choice}: PullOptions): string {
  const key = JSON.stringify([remote.name, choice])
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}

async function fetchDocuments(
  remote: RemoteDataset,
  spool: string,
  {onProgress}: PullOptions,
): Promise<void> {
  const file = join(spool, 'documents.ndjson')
  if (existsSync(file)) return
  const partial = `${file}.partial`
  const {body} = await remote.exportLines()
  let bytes = 0
  const counted = async function* count(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      onProgress('Fetching', bytes)
      yield chunk
    }
  }
  try {
    await pipeline(
      body ? Readable.fromWeb(body) : Readable.from([]),
      counted,
      createWriteStream(partial, {mode: 0o600}),
    )
    for await (const document of readRemote(partial, remote)) void document
  } catch (cause) {
    if (cause instanceof LakeError) throw cause
    throw new LakeError('unreachable', `The documents of ${remote.name} broke off on the way.`, {cause})
  }
  await rename(partial, file)
}

/** The documents of an export; a failure in the middle of it is a line with `error` and without `_id`. */
async function* readRemote(
  file: string,
  remote: RemoteDataset,
): AsyncGenerator<JsonObject & {_id: string; _type: string}> {
  for await (const {text, number} of readLines(file, remote.name, ARCHIVE_LIMITS.maxLineBytes)) {
    const document = parseLine(text, number, remote)
    const {_id: id, _type: type} = document
    if (typeof id === 'string' && typeof type === 'string') yield {...document, _id: id, _type: type}
    else if (document['error'] !== undefined)
      throw new LakeError(
        'unreachable',
        `${remote.name} failed while it sent its documents: ${JSON.stringify(document['error'])}.`,
      )
  }
}

function parseLine(text: string, number: number, remote: RemoteDataset): JsonObject {
  try {
    const value = parseJson(text)
    if (isJsonObject(value)) return value
  } catch {
    // Said below.
  }
  throw new LakeError(
    'unreachable',
    `The documents of ${remote.name} are cut off or no JSON in line ${number}.`,
  )
}

async function fetchAssets(remote: RemoteDataset, spool: string, options: PullOptions): Promise<void> {
  const documents = join(spool, 'documents.ndjson')
  const wanted = new Map<string, AssetFile>()
  await writeLines(
    join(spool, 'data.ndjson'),
    (async function* lines() {
      for await (const document of readRemote(documents, remote)) {
        if (isAssetDocument(document) || !isChosen(document, options.choice)) continue
        const rewritten = rewriteAssets(document, remote.dataset, (file) => {
          wanted.set(toAssetDocumentId(file), file)
          return true
        })
        yield JSON.stringify(rewritten)
      }
    })(),
  )
  const descriptions: JsonObject = {}
  for await (const document of readRemote(documents, remote)) {
    const file = isAssetDocument(document) ? parseAssetDocumentId(remote.dataset, document._id) : null
    if (!file || (options.choice.types && !wanted.has(document._id))) continue
    wanted.set(document._id, file)
    descriptions[`${file.kind === 'images' ? 'image' : 'file'}-${file.sha1hash}`] = describeAsset(document)
  }
  await writeLines(join(spool, 'assets.json'), [JSON.stringify(descriptions)])
  let done = 0
  for (const file of wanted.values()) {
    if (options.signal.aborted) throw new LakeError('unfinished', 'Stopped.')
    await downloadAsset(remote, file, spool, options)
    options.onProgress('Assets', (done += 1), wanted.size)
  }
}
