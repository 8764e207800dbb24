import type {StatementSync} from 'node:sqlite'
import {isLakeDocument} from '../documents/LakeDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import {createRevisionIds} from '../transactions/createRevisionIds.ts'
import {encodeEffect} from '../transactions/encodeEffect.ts'
import {TransactionLog} from '../transactions/TransactionLog.ts'
import type {WorkingChange} from '../transactions/WorkingCopy.ts'
import type {ImportJob} from './ImportJob.ts'

const AUTHOR = '<import>'
const MAX_DOCUMENTS = 200
const MAX_CHARACTERS = 2_000_000

/**
 * Writes documents in transactions of a bounded size each, with their history, inside the database transaction that the
 * caller has open. What it has written is read from the database, never from the memory of the dataset.
 */
export class ImportWriter {
  readonly #job: ImportJob
  readonly #log: TransactionLog
  readonly #content: StatementSync
  #changes: WorkingChange[] = []
  #characters = 0
  readonly #newId: () => string
  #id: string

  constructor(job: ImportJob) {
    this.#job = job
    this.#newId = createRevisionIds(job.clock)
    this.#id = this.#newId()
    this.#log = new TransactionLog(job.folder.database, job.dataset.name)
    this.#content = job.folder.database.prepare('SELECT content FROM documents WHERE dataset = ? AND id = ?')
  }

  /** True when enough waits to be written in one go. */
  get isFull(): boolean {
    return this.#changes.length >= MAX_DOCUMENTS || this.#characters >= MAX_CHARACTERS
  }

  has(id: string): boolean {
    return this.#content.get(this.#job.dataset.name, id) !== undefined
  }

  /** Puts a document; times that it brings along stay, so that what moved looks as old as it is. */
  put(document: JsonObject & {_id: string; _type: string}): void {
    const now = `${this.#job.clock().toISOString().slice(0, 19)}Z`
    const {_createdAt: createdAt, _updatedAt: updatedAt} = document
    const after: LakeDocument = {
      ...document,
      _rev: this.#id,
      _createdAt: typeof createdAt === 'string' ? createdAt : now,
      _updatedAt: typeof updatedAt === 'string' ? updatedAt : now,
    }
    const before = this.#stored(document._id)
    this.#changes.push({id: document._id, before, after, mutations: [{createOrReplace: after}]})
    this.#characters += JSON.stringify(after).length
  }

  /** Writes what waits, as one transaction of the history. */
  flush(): void {
    if (this.#changes.length === 0) return
    this.#job.dataset.store.write(this.#changes)
    const timestamp = this.#job.clock().toISOString()
    const effects = this.#changes.map(encodeEffect)
    this.#log.append([{id: this.#id, author: AUTHOR, timestamp, origin: undefined, effects}])
    this.#changes = []
    this.#characters = 0
    this.#id = this.#newId()
  }

  #stored(id: string): LakeDocument | undefined {
    const content = this.#content.get(this.#job.dataset.name, id)?.['content']
    const stored = typeof content === 'string' ? parseJson(content) : undefined
    return isLakeDocument(stored) ? stored : undefined
  }
}
