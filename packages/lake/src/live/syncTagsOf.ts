import {isPublicId, isPublishedId, publishedIdOf} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import type {DocumentEffect, TransactionRecord} from '../transactions/TransactionRecord.ts'
import {documentTags} from './documentTags.ts'
import {membershipTag, toSyncTag} from './tagNames.ts'

/** Whose queries are told of: anybody's, those of members, or those that also see drafts and versions. */
export type LiveAudience = 'anybody' | 'members' | 'drafts'

const AUDIENCES: Record<LiveAudience, (id: string) => boolean> = {
  anybody: isPublicId,
  members: isPublishedId,
  drafts: () => true,
}

/** The tags of all queries whose result a transaction can have changed; they mirror the tags that queries carry. */
export function syncTagsOf(
  record: TransactionRecord,
  audience: LiveAudience,
  store: Pick<DocumentStore, 'get' | 'variantsOf'>,
): readonly string[] {
  const tags = new Set<string>()
  for (const effect of record.effects) {
    if (!AUDIENCES[audience](effect.documentId)) continue
    const published = publishedIdOf(effect.documentId)
    for (const tag of ['everything', `id:${effect.documentId}`, `id:${published}`, `versions:${published}`]) {
      tags.add(tag).add(membershipTag(tag))
    }
    addEffect(effect, tags)
    if (audience === 'drafts' && uncovers(effect)) {
      for (const id of [published, ...store.variantsOf(published)]) addDocument(store.get(id), tags)
    }
  }
  return [...tags].map(toSyncTag)
}

function addEffect({before, after}: DocumentEffect, tags: Set<string>): void {
  const had = before ? documentTags(before) : NONE
  const has = after ? documentTags(after) : NONE
  for (const tag of had) {
    tags.add(tag)
    if (!has.has(tag)) tags.add(membershipTag(tag))
  }
  for (const tag of has) {
    tags.add(tag)
    if (!had.has(tag)) tags.add(membershipTag(tag))
  }
}

const NONE: ReadonlySet<string> = new Set()

// A perspective shows one of a document's variants: where one comes or goes, another may be hidden or seen again.
function uncovers({documentId, before, after}: DocumentEffect): boolean {
  return !before || !after || documentId.startsWith('versions.')
}

function addDocument(document: LakeDocument | undefined, tags: Set<string>): void {
  if (!document) return
  for (const tag of documentTags(document)) tags.add(tag).add(membershipTag(tag))
}
