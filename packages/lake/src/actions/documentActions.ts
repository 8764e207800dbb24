import {parseDocumentId} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {actionError, assertRevision, existing, objectMember, textMember} from './ActionContext.ts'
import type {ActionContext, ActionHandler} from './ActionContext.ts'
import {assertUnlocked} from './releaseState.ts'
import {strengthenReferences} from './strengthenReferences.ts'

const create: ActionHandler = (action, context) => {
  const attributes = objectMember(action, 'attributes')
  const id = textMember(attributes, '_id')
  const publishedId = textMember(action, 'publishedId')
  assertVariantOf(id, publishedId)
  // "The published version of the document must not already exist" (@sanity/client, CreateAction): ifExists is about the
  // draft alone.
  if (context.get(publishedId)) {
    throw actionError('conflict', `Document "${publishedId}" already exists: edit it instead.`)
  }
  if (!context.get(id)) context.mutate({create: attributes})
  else if (action['ifExists'] !== 'ignore') {
    throw actionError('conflict', `Document "${id}" already exists: use ifExists "ignore", or edit it.`)
  }
}

const replaceDraft: ActionHandler = (action, context) => {
  const attributes = objectMember(action, 'attributes')
  const id = textMember(attributes, '_id')
  const publishedId = textMember(action, 'publishedId')
  assertVariantOf(id, publishedId)
  assertUnlocked(context, id)
  // "At least one of the draft or published versions of the document must exist" (@sanity/client, ReplaceDraftAction).
  if (!context.get(id)) existing(context, publishedId)
  context.mutate({createOrReplace: attributes})
}

const edit: ActionHandler = (action, context) => {
  const draftId = textMember(action, 'draftId')
  const publishedId = textMember(action, 'publishedId')
  assertVariantOf(draftId, publishedId)
  assertUnlocked(context, draftId)
  if (!context.get(draftId)) copyTo(context, existing(context, publishedId), draftId)
  context.mutate({patch: {...objectMember(action, 'patch'), id: draftId}})
}

const publish: ActionHandler = (action, context) => {
  const draftId = textMember(action, 'draftId')
  const publishedId = textMember(action, 'publishedId')
  assertVariantOf(draftId, publishedId)
  assertUnlocked(context, draftId)
  const draft = existing(context, draftId)
  assertRevision(action, 'ifDraftRevisionId', draftId, draft)
  assertRevision(action, 'ifPublishedRevisionId', publishedId, context.get(publishedId))
  publishAs(context, draft, publishedId)
  context.mutate({delete: {id: draftId}})
}

const unpublish: ActionHandler = (action, context) => {
  const draftId = textMember(action, 'draftId')
  const publishedId = textMember(action, 'publishedId')
  const published = existing(context, publishedId)
  if (!context.get(draftId)) copyTo(context, published, draftId)
  context.mutate({delete: {id: publishedId}})
}

const discard: ActionHandler = (action, context) => {
  const draftId = textMember(action, 'draftId')
  assertIsNotPublished(draftId)
  existing(context, draftId)
  context.mutate({delete: {id: draftId}})
}

const remove: ActionHandler = (action, context) => {
  const publishedId = textMember(action, 'publishedId')
  const named: unknown = action['includeDrafts'] ?? action['includeVersions'] ?? []
  const ids = (Array.isArray(named) ? named : []).filter((id): id is string => typeof id === 'string')
  for (const id of ids) assertVariantOf(id, publishedId)
  // "If any draft version exists that is not specified for deletion this is an error" (@sanity/client, DeleteAction).
  const left = context.variantsOf(publishedId).filter((id) => !ids.includes(id))
  if (left.length > 0) {
    const names = left.map((id) => `"${id}"`).join(', ')
    throw actionError(
      'conflict',
      `Document "${publishedId}" has a draft or version that would be left: name ${names} in "includeDrafts".`,
    )
  }
  const gone = [...ids, publishedId].filter((id) => context.get(id))
  if (gone.length === 0) existing(context, publishedId)
  for (const id of gone) context.mutate({delete: {id}})
}

/** The actions on drafts and published documents. */
export const documentActions: Record<string, ActionHandler> = {
  'document.create': create,
  'document.replaceDraft': replaceDraft,
  'document.edit': edit,
  'document.publish': publish,
  'document.unpublish': unpublish,
  'document.discard': discard,
  'document.delete': remove,
}

/** Writes a draft or version as the published document; the first publication keeps the time of its creation. */
export function publishAs(context: ActionContext, document: LakeDocument, publishedId: string): void {
  const {_rev: _, _updatedAt: __, _system: ___, ...content} = strengthenReferences(document)
  const createdAt = context.get(publishedId)?._createdAt ?? document._createdAt
  context.mutate({createOrReplace: {...content, _id: publishedId, _createdAt: createdAt}})
}

/** Copies a document to another id, with its content and the time of its creation. */
export function copyTo(context: ActionContext, document: JsonObject, id: string): void {
  const {_rev: _, _updatedAt: __, _originalId: ___, ...content} = document
  context.mutate({create: {...content, _id: id}})
}

/** @throws LakeError `badRequest` when an id is not a draft or version of the published one. */
export function assertVariantOf(id: string, publishedId: string): void {
  const parts = parseDocumentId(id)
  if (parts.kind !== 'published' && parts.publishedId === publishedId) return
  throw actionError('badRequest', `"${id}" is not a draft or version of "${publishedId}".`)
}

/** @throws LakeError `badRequest` for an id that is neither a draft nor a version. */
export function assertIsNotPublished(id: string): void {
  if (parseDocumentId(id).kind === 'published') {
    throw actionError(
      'badRequest',
      `"${id}" is a published document: only drafts and versions can be discarded.`,
    )
  }
}
