import {collectReferences} from '../documents/collectReferences.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {DocumentStatements} from './prepareDocumentStatements.ts'
import {slugOf} from './slugOf.ts'

/** One document before and after a transaction; absent means that there was or is none. */
export type DocumentChange = {
  id: string
  before: LakeDocument | undefined
  after: LakeDocument | undefined
}

/** Writes documents and their references inside the database transaction that the caller has open. */
export class DocumentWriter {
  readonly #dataset: string
  readonly #sql: DocumentStatements
  /** Of the texts just written. */
  readonly #lengths = new Map<string, number>()

  constructor(sql: DocumentStatements, dataset: string) {
    this.#sql = sql
    this.#dataset = dataset
  }

  write({id, before, after}: DocumentChange): void {
    this.#writeReferences(id, before, after)
    if (!after) {
      this.#sql.remove.run(this.#dataset, id)
      return
    }
    const {_type, _rev, _createdAt, _updatedAt} = after
    const slug = slugOf(after) ?? null
    const text = JSON.stringify(after)
    this.#lengths.set(id, text.length)
    if (before?._type === _type && (slugOf(before) ?? null) === slug)
      this.#sql.replace.run(_rev, _createdAt, _updatedAt, text, this.#dataset, id)
    else this.#sql.put.run(this.#dataset, id, _type, slug, _rev, _createdAt, _updatedAt, text)
  }

  /** The length of a document's text, which is known once after it was written. */
  takeLength(id: string, document: LakeDocument): number {
    const length = this.#lengths.get(id) ?? JSON.stringify(document).length
    this.#lengths.delete(id)
    return length
  }

  // Only the difference is written: rewriting every row would triple the cost of a small edit.
  #writeReferences(id: string, before: LakeDocument | undefined, after: LakeDocument | undefined): void {
    const was = collectReferences(before)
    const is = collectReferences(after)
    for (const target of was.keys())
      if (!is.has(target)) this.#sql.removeReference.run(this.#dataset, target, id)
    for (const [target, {strong}] of is)
      if (was.get(target)?.strong !== strong)
        this.#sql.putReference.run(this.#dataset, id, target, strong ? 1 : 0)
  }
}
