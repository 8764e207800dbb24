import {collectReferences} from '../documents/collectReferences.ts'
import {isPublicId, publishedIdOf} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {slugOf} from '../store/slugOf.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'

/** The tags of all queries whose result a transaction can have changed; they mirror the tags that plans carry. */
export function liveTags(record: TransactionRecord, options: {includeDrafts: boolean}): Set<string> {
  const tags = new Set<string>()
  for (const {documentId, before, after} of record.effects) {
    if (!options.includeDrafts && !isPublicId(documentId)) continue
    tags
      .add('everything')
      .add(`id:${documentId}`)
      .add(`id:${publishedIdOf(documentId)}`)
    tags.add(`versions:${publishedIdOf(documentId)}`)
    for (const document of [before, after]) if (document) addDocumentTags(document, tags)
  }
  return tags
}

function addDocumentTags(document: LakeDocument, tags: Set<string>): void {
  tags.add(`type:${document._type}`)
  const slug = slugOf(document)
  if (slug !== undefined) tags.add(`slug:${slug}`)
  for (const target of collectReferences(document).keys()) tags.add(`ref:${target}`)
}
