import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {OpenFolder} from '../openFolder.ts'
import {assetPathOf} from './assetPathOf.ts'
import {isAssetDocument} from './archiveAssets.ts'
import {checkSource} from './checkSource.ts'
import {importAssets} from './importAssets.ts'
import type {ImportJob, ImportOptions} from './ImportJob.ts'
import {ImportTables} from './ImportTables.ts'
import type {ImportSource} from './openSource.ts'
import {pathOfReference} from './pathOfReference.ts'
import {readDocuments} from './readDocuments.ts'
import {resolveAssetRefs} from './resolveAssetRefs.ts'
import {writeAtOnce, writeByParts} from './writeImport.ts'
import {ImportProgress, importKeyOf} from './ImportProgress.ts'
import {generateArrayKeys} from '../patch/generateArrayKeys.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {parseAssetDocumentId, toFilename} from '../assets/assetFile.ts'

/** What an import has done; `assets` counts new files. */
export type ImportReport = {documents: number; written: number; assets: number}

/**
 * Imports documents and the files of their assets into a dataset of a folder: all of it or nothing, or part by part.
 * Everything is checked before anything is written. Memory holds a few documents and those of new assets.
 * @throws LakeError `badRequest` or `conflict` naming file, line, document, path and what to do; nothing is changed then.
 */
export async function importSource(
  folder: OpenFolder,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const dataset = folder.datasets.ensure(options.dataset)
  const tables = new ImportTables(folder.database, dataset.name)
  const job: ImportJob = {...options, folder, dataset, source, tables}
  try {
    const key = options.isResumable ? await importKeyOf(source.dataFile, options.mode) : ''
    const progress = new ImportProgress(folder.database, key, dataset.name)
    const documents = await checkSource(job, options.isResumable ? progress.line : 0)
    const assets = await importAssets(job)
    try {
      for (const document of assets.documents) tables.addId(String(document['_id']), 0)
      await assertWhole(job)
    } catch (error) {
      await assets.undo()
      throw error
    }
    const report = {documents, assets: assets.documents.length}
    if (options.isDryRun) {
      await assets.undo()
      return {...report, written: 0}
    }
    const work = {documents: importable(job), assets: assets.documents, total: documents, progress}
    if (options.isResumable) return {...report, written: await writeByParts(job, work)}
    try {
      return {...report, written: await writeAtOnce(job, work)}
    } catch (error) {
      // Files whose documents were not written belong to nobody.
      await assets.undo()
      throw error
    }
  } finally {
    tables.close()
  }
}

/** The documents as they will be stored; each call reads them anew. */
function importable(
  job: ImportJob,
): () => AsyncGenerator<{document: JsonObject & {_id: string; _type: string}; line: number}> {
  const {source, tables, limits} = job
  return async function* read() {
    for await (const {document, line} of readDocuments(source.dataFile, source.name, limits)) {
      const resolved = resolveAssetRefs(
        document,
        (request) => tables.assetId(assetPathOf(request, source.folder, source.name)),
        () => {
          throw new LakeError('failed', `${source.name} changed while it was read: begin again.`)
        },
      )
      const keyed = generateArrayKeys(isAssetDocument(document) ? placed(job, resolved) : resolved)
      yield {
        document: {...(isJsonObject(keyed) ? keyed : resolved), _id: document._id, _type: document._type},
        line,
      }
    }
  }
}

// The document of an asset says where its file is: here, now.
function placed({projectId, dataset}: ImportJob, document: JsonObject): JsonObject {
  const file = parseAssetDocumentId(dataset.name, String(document['_id']))
  if (!file) return document
  const path = `${file.kind}/${projectId}/${dataset.name}/${toFilename(file)}`
  return {...document, path, url: `http://localhost/${path}`}
}

async function assertWhole(job: ImportJob): Promise<void> {
  const [missing] = job.tables.missingTargets()
  if (!missing) return
  const {source, limits} = job
  for await (const {document, line} of readDocuments(source.dataFile, source.name, limits)) {
    if (document._id !== missing.source) continue
    const path = pathOfReference(document, missing.target) ?? ''
    throw new LakeError(
      'conflict',
      `${source.name}, line ${line}: document "${document._id}", ${path}: references non-existent document "${missing.target}". Add it to the file, or make the reference weak ("_weak": true).`,
    )
  }
}
