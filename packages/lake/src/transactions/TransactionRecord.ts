import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** A mendoza patch as stored and sent: a flat JSON array. */
export type EncodedPatch = readonly unknown[]

/** What one transaction did to one document. */
export type DocumentEffect = {
  documentId: string
  before: LakeDocument | undefined
  after: LakeDocument | undefined
  mutations: JsonObject[]
  apply: EncodedPatch
  revert: EncodedPatch
}

/** A committed transaction, as listeners hear of it. `sequence` grows by commit order over all datasets. */
export type TransactionRecord = {
  sequence: number
  dataset: string
  id: string
  author: string
  timestamp: string
  origin: TransactionOrigin | undefined
  effects: DocumentEffect[]
}

/** The actions that a transaction came from, for the history's events; absent for plain mutations. */
export type TransactionOrigin = {actions: JsonObject[]}
