import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {isLakeDocument} from '../documents/LakeDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {parseJson} from '../json/parseJson.ts'
import {AFTER_FOREIGN, foreignTarget} from './foreignTarget.ts'

/** A document of another dataset that points into this one. */
export type ForeignReferrer = {dataset: string; id: string; strong: boolean}

/** What a query reads of other datasets. */
export type ForeignView = Pick<ForeignDocuments, 'aclModeOf' | 'areReferredTo' | 'dataset' | 'get'>

/** What a dataset knows of the others in the same database: documents it refers to, and those that refer to it. */
export class ForeignDocuments {
  /** The project that all datasets of the lake belong to. */
  readonly projectId: string
  /** The dataset that asks. */
  readonly dataset: string
  readonly #content: StatementSync
  readonly #aclMode: StatementSync
  readonly #any: StatementSync
  readonly #referrers: StatementSync
  #areReferredTo: boolean | undefined

  constructor(database: DatabaseSync, dataset: string, projectId = '') {
    this.dataset = dataset
    this.projectId = projectId
    this.#content = database.prepare('SELECT content FROM documents WHERE dataset = ? AND id = ?')
    this.#aclMode = database.prepare('SELECT acl_mode FROM datasets WHERE name = ?')
    this.#any = database.prepare(
      `SELECT 1 FROM document_references WHERE dataset = ? AND target >= '@' AND target < '${AFTER_FOREIGN}' LIMIT 1`,
    )
    this.#referrers = database.prepare(
      `SELECT found.dataset, found.source, max(found.strong) AS strong
       FROM datasets JOIN document_references AS found
         ON found.dataset = datasets.name AND found.target IN (?, ?)
       WHERE found.dataset <> ?
       GROUP BY found.dataset, found.source ORDER BY found.dataset, found.source`,
    )
  }

  /** Whether any document here refers to another dataset. */
  get areReferredTo(): boolean {
    this.#areReferredTo ??= this.#any.get(this.dataset) !== undefined
    return this.#areReferredTo
  }

  /** To be called when documents of this dataset have changed. */
  forget(): void {
    this.#areReferredTo = undefined
  }

  /** How far another dataset is open; undefined when the lake does not have it. */
  aclModeOf(dataset: string): 'public' | 'private' | undefined {
    const mode = this.#aclMode.get(dataset)?.['acl_mode']
    return mode === undefined ? undefined : mode === 'private' ? 'private' : 'public'
  }

  /** A stored document of another dataset. */
  get(dataset: string, id: string): LakeDocument | undefined {
    const content = this.#content.get(dataset, id)?.['content']
    const document = typeof content === 'string' ? parseJson(content) : undefined
    return isLakeDocument(document) ? document : undefined
  }

  /** Documents of other datasets that refer to one here, by dataset and id. */
  referrersOf(id: string): ForeignReferrer[] {
    const target = {dataset: this.dataset, id}
    const named = foreignTarget({...target, projectId: this.projectId})
    const unnamed = foreignTarget({...target, projectId: ''})
    return this.#referrers.all(named, unnamed, this.dataset).map((row) => ({
      dataset: String(row['dataset']),
      id: String(row['source']),
      strong: row['strong'] === 1,
    }))
  }
}
