import {readdir} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {parseAssetDocumentId} from '../assets/assetFile.ts'
import {isForeignTarget} from '../crossDataset/foreignTarget.ts'
import {collectReferences} from '../documents/collectReferences.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isAssetDocument} from './archiveAssets.ts'
import {assetPathOf} from './assetPathOf.ts'
import type {ImportJob} from './ImportJob.ts'
import {readDocuments} from './readDocuments.ts'
import type {SourceDocument} from './readDocuments.ts'
import {resolveAssetRefs} from './resolveAssetRefs.ts'

/**
 * Reads all documents once before anything is written, and notes what they need. Gives their number.
 * @throws LakeError `badRequest` or `conflict` naming file, line, document, path and what to do.
 */
export async function checkSource(job: ImportJob, doneLines: number): Promise<number> {
  const {source, tables, limits, onProgress} = job
  let count = 0
  for await (const entry of readDocuments(source.dataFile, source.name, limits)) {
    count += 1
    onProgress('Checking', count)
    checkId(job, entry, doneLines)
    if (isAssetDocument(entry.document)) await checkStoredFile(job, entry)
    const place = placeOf(job, entry)
    const document = resolveAssetRefs(
      entry.document,
      (request) => {
        tables.addAsset(assetPathOf(request, source.folder, place), request.kind)
        return 'asset'
      },
      (path, value) => {
        throw new LakeError(
          'badRequest',
          `${place}, ${path}: "_sanityAsset" is ${JSON.stringify(value)}: write "image@file://./images/<name>" or "file@…".`,
        )
      },
    )
    for (const [target, {strong}] of collectReferences(document))
      if (strong && target !== 'asset' && !isForeignTarget(target))
        tables.addTarget(target, entry.document._id)
  }
  for (const [folder, kind] of [['images', 'image'] as const, ['files', 'file'] as const])
    for (const name of await namesIn(join(source.folder, folder)))
      tables.addAsset(resolve(source.folder, folder, name), kind)
  return count
}

function checkId(job: ImportJob, entry: SourceDocument, doneLines: number): void {
  const {tables, mode, dataset} = job
  const {_id: id} = entry.document
  if (!tables.addId(id, entry.line)) {
    throw new LakeError(
      'badRequest',
      `${placeOf(job, entry)}: the same document is in line ${tables.lineOf(id) ?? '?'}. Keep one of them.`,
    )
  }
  if (mode === 'create' && entry.line > doneLines && dataset.store.has(id)) {
    throw new LakeError(
      'conflict',
      `${placeOf(job, entry)} already exists in dataset "${dataset.name}": --replace writes over it, --missing leaves it.`,
    )
  }
}

// A document of an asset without its file, as in a raw export, is of use only where the file is.
async function checkStoredFile(job: ImportJob, entry: SourceDocument): Promise<void> {
  const file = parseAssetDocumentId(job.dataset.name, entry.document._id)
  if (job.allowMissingAssets || (file && (await job.folder.assets.open(file)))) return
  throw new LakeError(
    'badRequest',
    `${placeOf(job, entry)} stands for a file that this dataset does not have: import an export that holds the files (not --raw), or say --allow-missing-assets.`,
  )
}

/** File, line and document, as messages begin. */
function placeOf({source}: ImportJob, {line, document}: SourceDocument): string {
  return `${source.name}, line ${line}: document "${document._id}"`
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, {withFileTypes: true})
    return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({name}) => name)
  } catch {
    return []
  }
}
