import type {JsonObject} from '../json/isJsonObject.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {ImportJob} from './ImportJob.ts'
import type {ImportProgress} from './ImportProgress.ts'
import {ImportWriter} from './ImportWriter.ts'
import {weakenReferences} from './weakenReferences.ts'

type Ready = {document: JsonObject & {_id: string; _type: string}; line: number}

/** What is to be written: documents (read anew at each call) and the documents of new assets. */
export type ImportWork = {
  documents: () => AsyncGenerator<Ready>
  assets: readonly JsonObject[]
  total: number
  progress: ImportProgress
}

/** Writes everything in one transaction of the database. Gives the number of documents written. */
export async function writeAtOnce(job: ImportJob, work: ImportWork): Promise<number> {
  const {database} = job.folder
  const writer = new ImportWriter(job)
  let written = 0
  database.exec('BEGIN IMMEDIATE')
  try {
    putAssets(writer, work.assets)
    let done = 0
    for await (const {document} of work.documents()) {
      if (job.mode !== 'missing' || !writer.has(document._id)) {
        writer.put(document)
        written += 1
      }
      if (writer.isFull) writer.flush()
      done += 1
      job.onProgress('Writing', done, work.total)
    }
    writer.flush()
    database.exec('COMMIT')
    return written
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/**
 * Writes part by part, each on disk with the note of how far it goes. A reference to a document that comes later is weak
 * until that is there, so that whoever opens the lake in between finds no strong reference without its document.
 */
export async function writeByParts(job: ImportJob, work: ImportWork): Promise<number> {
  const {progress} = work
  const part = new Part(job)
  let written = 0
  let done = 0
  try {
    part.open()
    putAssets(part.writer, work.assets)
    for await (const {document, line} of work.documents()) {
      done += 1
      if (line <= progress.line) continue
      if (job.mode !== 'missing' || !part.writer.has(document._id)) {
        putWeakened(part.writer, document, progress)
        written += 1
      }
      job.onProgress('Writing', done, work.total)
      if (!part.writer.isFull) continue
      progress.line = line
      part.next()
    }
    progress.line = Number.MAX_SAFE_INTEGER
    part.next()
    for await (const {document} of work.documents()) {
      if (!progress.takeWeakened(document._id)) continue
      part.writer.put(document)
      if (part.writer.isFull) part.next()
    }
    progress.finish()
    part.close()
    return written
  } catch (error) {
    part.abandon()
    throw error
  }
}

function putAssets(writer: ImportWriter, assets: readonly JsonObject[]): void {
  for (const asset of assets) {
    writer.put({...asset, _id: String(asset['_id']), _type: String(asset['_type'])})
    if (writer.isFull) writer.flush()
  }
  writer.flush()
}

function putWeakened(writer: ImportWriter, document: Ready['document'], progress: ImportProgress): void {
  const weakened = weakenReferences(document, (id) => id === document._id || writer.has(id))
  if (weakened !== document) progress.addWeakened(document._id)
  writer.put({...(isJsonObject(weakened) ? weakened : document), _id: document._id, _type: document._type})
}

/** The part that is being written. */
class Part {
  readonly writer: ImportWriter
  readonly #job: ImportJob

  constructor(job: ImportJob) {
    this.#job = job
    this.writer = new ImportWriter(job)
  }

  open(): void {
    this.#job.folder.database.exec('BEGIN IMMEDIATE')
  }

  close(): void {
    this.writer.flush()
    this.#job.folder.database.exec('COMMIT')
  }

  next(): void {
    this.close()
    this.open()
  }

  abandon(): void {
    const {database} = this.#job.folder
    if (database.isTransaction) database.exec('ROLLBACK')
  }
}
