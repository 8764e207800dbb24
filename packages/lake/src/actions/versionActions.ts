import {parseDocumentId, versionIdOf} from '../documents/documentIds.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {actionError, assertRevision, existing, objectMember, textMember} from './ActionContext.ts'
import type {ActionHandler} from './ActionContext.ts'
import {assertIsNotPublished, assertVariantOf, copyTo} from './documentActions.ts'
import {assertUnlocked} from './releaseState.ts'

const create: ActionHandler = (action, context) => {
  const publishedId = textMember(action, 'publishedId')
  const {document} = action
  if (isJsonObject(document)) {
    const id = textMember(document, '_id')
    assertVariantOf(id, publishedId)
    assertUnlocked(context, id)
    context.mutate({create: document})
    return
  }
  const baseId = textMember(action, 'baseId')
  const versionId = textMember(action, 'versionId')
  assertVariantOf(versionId, publishedId)
  assertUnlocked(context, versionId)
  const base = existing(context, baseId)
  assertRevision(action, 'ifBaseRevisionId', baseId, base)
  copyTo(context, base, versionId)
}

const discard: ActionHandler = (action, context) => {
  const versionId = textMember(action, 'versionId')
  assertIsNotPublished(versionId)
  assertUnlocked(context, versionId)
  existing(context, versionId)
  context.mutate({delete: {id: versionId}})
}

const replace: ActionHandler = (action, context) => {
  const document = objectMember(action, 'document')
  const id = textMember(document, '_id')
  assertIsNotPublished(id)
  assertUnlocked(context, id)
  existing(context, id)
  context.mutate({createOrReplace: document})
}

// The version stays and says that its document is unpublished when the release goes out.
const unpublish: ActionHandler = (action, context) => {
  const versionId = textMember(action, 'versionId')
  const publishedId = textMember(action, 'publishedId')
  assertVariantOf(versionId, publishedId)
  assertUnlocked(context, versionId)
  const parts = parseDocumentId(versionId)
  if (parts.kind !== 'version')
    throw actionError(
      'badRequest',
      `"${versionId}" is not a version, such as ${versionIdOf('release', publishedId)}.`,
    )
  if (!context.get(versionId)) copyTo(context, existing(context, publishedId), versionId)
  context.mutate({patch: {id: versionId, set: {_system: {delete: true}}}})
}

/** The actions on versions of documents in releases. */
export const versionActions: Record<string, ActionHandler> = {
  'document.version.create': create,
  'document.version.discard': discard,
  'document.version.replace': replace,
  'document.version.unpublish': unpublish,
}
