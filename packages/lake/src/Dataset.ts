import type {DatabaseSync} from 'node:sqlite'
import {History} from './history/History.ts'
import {TransactionReplay} from './history/TransactionReplay.ts'
import {DocumentStore} from './store/DocumentStore.ts'
import {Transactor} from './transactions/Transactor.ts'

/** Public datasets show their published documents to anybody. */
export type AclMode = 'public' | 'private'

/** What every dataset of a lake shares. */
export type DatasetOptions = {
  cacheBytes: number
  /** The project that references into other datasets name. */
  projectId?: string
  clock: () => Date
  /** Types with fewer documents get no indexes over their members. @defaultValue 200 */
  minIndexedDocuments?: number
  /** Address under which clients reach the lake, without a path. */
  publicUrl: () => string
}

/** One dataset: its documents, and the only way to change them. */
export class Dataset {
  readonly name: string
  aclMode: AclMode
  readonly profile: string
  readonly addonFor: string | undefined
  readonly createdAt: string
  readonly store: DocumentStore
  readonly transactor: Transactor
  readonly history: History
  readonly replay: TransactionReplay

  constructor(
    database: DatabaseSync,
    row: {name: string; aclMode: AclMode; profile: string; addonFor: string | undefined; createdAt: string},
    options: DatasetOptions,
  ) {
    this.name = row.name
    this.aclMode = row.aclMode
    this.profile = row.profile
    this.addonFor = row.addonFor
    this.createdAt = row.createdAt
    this.store = new DocumentStore(database, row.name, options)
    this.transactor = new Transactor(database, this.store, options.clock)
    this.history = new History(database, this.store)
    this.replay = new TransactionReplay(database, this.store)
  }
}
