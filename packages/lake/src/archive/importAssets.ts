import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {Readable} from 'node:stream'
import {parseAssetDocumentId} from '../assets/assetFile.ts'
import {receiveAsset} from '../assets/receiveAsset.ts'
import {LakeError} from '../errors/LakeError.ts'
import {createGate} from '../images/createGate.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import type {ImportJob} from './ImportJob.ts'

// What the file gives itself, or is of the place that it came from.
const NOT_RESTORED = new Set(['_id', '_rev', '_type', 'sha1hash', 'size', 'uploadId'])
const MAX_PIXELS = 100_000_000
const IDLE_TIMEOUT_MS = 30_000

/** The documents of assets that are new, and what takes their files away again. */
export type ImportedAssets = {documents: JsonObject[]; undo(): Promise<void>}

/**
 * Takes in the files of assets; one whose content the dataset has is not taken again. Files are on disk when it returns.
 * @throws LakeError `badRequest` naming the file that is none of its kind.
 */
export async function importAssets(job: ImportJob): Promise<ImportedAssets> {
  const {tables, dataset, folder, onProgress} = job
  const described = await readDescriptions(join(job.source.folder, 'assets.json'))
  const documents = new Map<string, JsonObject>()
  const total = tables.countAssets()
  const undo = async (): Promise<void> => {
    for (const id of documents.keys()) {
      const file = parseAssetDocumentId(dataset.name, id)
      if (file) await folder.assets.remove(file)
    }
  }
  try {
    for (let done = 1, next = tables.nextAsset(); next; done += 1, next = tables.nextAsset()) {
      const sha1hash = await hashOf(next.path)
      const known = storedIdOf(job, `${next.kind}-${sha1hash}-`)
      if (known === undefined) {
        const document = await takeIn(job, next, described[`${next.kind}-${sha1hash}`])
        const id = String(document['_id'])
        // Stripping a place can make two files the same, or one that is there.
        if (!dataset.store.has(id)) documents.set(id, document)
        tables.setAssetId(next.path, id)
      } else tables.setAssetId(next.path, known)
      onProgress('Assets', done, total)
    }
  } catch (error) {
    await undo()
    throw error
  }
  return {documents: [...documents.values()], undo}
}

function storedIdOf({folder, dataset}: ImportJob, prefix: string): string | undefined {
  // Ids of one content differ in nothing but pixels and extension, which hold no character above "~".
  const row = folder.database
    .prepare('SELECT id FROM documents WHERE dataset = ? AND id >= ? AND id < ? LIMIT 1')
    .get(dataset.name, prefix, `${prefix}~`)
  return row ? String(row['id']) : undefined
}

async function takeIn(
  job: ImportJob,
  {path, kind}: {path: string; kind: 'image' | 'file'},
  description: unknown,
): Promise<JsonObject> {
  const known: JsonObject = isJsonObject(description) ? description : {}
  const {originalFilename} = known
  const filename = typeof originalFilename === 'string' ? originalFilename : basename(path)
  try {
    const document = await receiveAsset(
      job.folder.assets,
      {
        kind: kind === 'image' ? 'images' : 'files',
        projectId: job.projectId,
        dataset: job.dataset.name,
        body: Readable.toWeb(createReadStream(path)),
        contentLength: undefined,
        contentType: undefined,
        params: new URLSearchParams({filename}),
        baseUrl: 'http://localhost',
      },
      {
        limits: {maxBytes: job.limits.maxEntryBytes, idleTimeoutMs: IDLE_TIMEOUT_MS, maxPixels: MAX_PIXELS},
        gate: createGate({running: 1, maxRenderings: 2}),
      },
    )
    return restore(document, known, isJsonObject(description))
  } catch (cause) {
    if (!(cause instanceof LakeError)) throw cause
    throw new LakeError(cause.code, `${kind} ${basename(path)}: ${cause.message}`, {cause})
  }
}

function restore(document: JsonObject, known: JsonObject, isDescribed: boolean): JsonObject {
  const {originalFilename, ...rest} = document
  const members = Object.fromEntries(Object.entries(known).filter(([name]) => !NOT_RESTORED.has(name)))
  const metadata = {...asObject(rest['metadata']), ...asObject(members['metadata'])}
  // Where a picture was taken is not taken along: the file has lost it too.
  delete metadata['location']
  return {
    ...rest,
    ...(isDescribed ? {} : {originalFilename}),
    ...members,
    ...(rest['metadata'] === undefined ? {} : {metadata}),
  }
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}

async function readDescriptions(file: string): Promise<JsonObject> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return {}
  }
  try {
    return asObject(parseJson(text))
  } catch (cause) {
    throw new LakeError('badRequest', 'assets.json is not valid JSON: export again, or take it out.', {cause})
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(path)) if (Buffer.isBuffer(chunk)) hash.update(chunk)
  return hash.digest('hex')
}
