import {readFile} from 'node:fs/promises'
import {sampleDocuments} from '../documents/sampleDocuments.ts'
import {createApi, type Api, type Fetch} from './createApi.ts'
import {imageFilesOf, replaceImageFiles} from './replaceImageFiles.ts'
import {SampleImportError} from './sampleImportError.ts'

/** How far the import has come. */
export interface ImportProgress {
  step: 'pictures' | 'documents'
  /** Pictures or documents that are done. */
  done: number
  total: number
}

interface ImportOptions {
  /** Address of an embedded lake or of a hosted project's API, without a path. */
  url?: string
  /** Project of Sanity's hosted service; used for the address when `url` is absent. */
  projectId?: string
  /** `production` unless given. */
  dataset?: string
  /** Token of an editor or administrator. */
  token?: string
  /** The global `fetch` unless given. */
  fetch?: Fetch
  /** Write nothing when the dataset holds documents already. */
  ifEmpty?: boolean
  onProgress?: (progress: ImportProgress) => void
}

/** What the import did; `pictures` and `documents` are counts. */
export interface ImportResult {
  status: 'imported' | 'skipped'
  pictures: number
  documents: number
}

// Counts what people wrote: system documents and uploaded assets do not make a dataset full.
const contentCount =
  'count(*[!(_id in path("_.**")) && !string::startsWith(_type, "system.") && !string::startsWith(_type, "sanity.")])'

/**
 * Uploads the pictures of the sample content and writes all of its documents in one transaction.
 *
 * Documents that exist with the same ids are replaced; with `ifEmpty` nothing is written unless the dataset
 * is empty. Pictures are uploaded first, so that a failure leaves at most unused pictures behind.
 *
 * @throws SampleImportError `unreachable`, `unauthorized`, `not-found`, `rejected`, `unexpected-answer`
 * @throws TypeError when neither `url` nor `projectId` is given
 * @example
 * ```ts
 * await importSample({url: 'http://localhost:3900', token, ifEmpty: true})
 * ```
 */
export async function importSample(options: ImportOptions): Promise<ImportResult> {
  const api = createApi({
    url: addressOf(options),
    dataset: options.dataset ?? 'production',
    token: options.token,
    fetch: options.fetch ?? ((request) => fetch(request)),
  })
  const ifEmpty = options.ifEmpty ?? false
  if (ifEmpty && !(await isEmpty(api))) return {status: 'skipped', pictures: 0, documents: 0}
  const onProgress = options.onProgress ?? (() => undefined)
  const assetIds = await uploadPictures(api, onProgress)
  const total = sampleDocuments.length
  onProgress({step: 'documents', done: 0, total})
  // With `ifEmpty`, a document that someone wrote in the meantime is kept.
  const mutation = ifEmpty ? 'createIfNotExists' : 'createOrReplace'
  await api.mutate(sampleDocuments.map((document) => ({[mutation]: replaceImageFiles(document, assetIds)})))
  onProgress({step: 'documents', done: total, total})
  return {status: 'imported', pictures: assetIds.size, documents: total}
}

function addressOf({url, projectId}: ImportOptions): string {
  if (url !== undefined) return url
  if (projectId !== undefined) return `https://${projectId}.api.sanity.io`
  throw new TypeError('Say where to import to: pass url (http://localhost:3900) or projectId.')
}

async function isEmpty(api: Api): Promise<boolean> {
  const count = await api.query(contentCount)
  if (typeof count === 'number') return count === 0
  throw new SampleImportError(
    'unexpected-answer',
    'Could not ask what the dataset holds: the answer is not a number.',
  )
}

async function uploadPictures(
  api: Api,
  onProgress: (progress: ImportProgress) => void,
): Promise<ReadonlyMap<string, string>> {
  const files = [...imageFilesOf(sampleDocuments)]
  const assetIds = new Map<string, string>()
  onProgress({step: 'pictures', done: 0, total: files.length})
  for (const file of files) {
    const content = await readFile(new URL(`../../images/${file}`, import.meta.url))
    assetIds.set(file, await api.uploadImage(file, 'image/svg+xml', new Uint8Array(content)))
    onProgress({step: 'pictures', done: assetIds.size, total: files.length})
  }
  return assetIds
}
