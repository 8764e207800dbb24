import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {prepareDocumentStatements} from '../store/prepareDocumentStatements.ts'
import {slugOf} from '../store/slugOf.ts'
import {writeReferences} from './writeReferences.ts'

/** Puts a document into its dataset with what is kept beside it. */
export function insertDocument(database: DatabaseSync, dataset: string, document: LakeDocument): void {
  const {_id, _type, _rev, _createdAt, _updatedAt} = document
  const {put} = prepareDocumentStatements(database)
  const slug = slugOf(document) ?? null
  put.run(dataset, _id, _type, slug, _rev, _createdAt, _updatedAt, JSON.stringify(document))
  writeReferences(database, {dataset, document: _id}, document)
}
