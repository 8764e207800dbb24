import {publishedIdOf} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {actionError, existing, objectMember, textMember} from './ActionContext.ts'
import type {ActionContext, ActionHandler} from './ActionContext.ts'
import {copyTo, publishAs} from './documentActions.ts'
import {assertEditsMetadata, assertMetadata} from './releaseMetadata.ts'
import {releaseDocumentId, releaseIn, stateOf} from './releaseState.ts'

const RELEASE_ID = /^[a-zA-Z0-9_-]{1,64}$/

const create: ActionHandler = (action, context) => {
  const releaseId = textMember(action, 'releaseId')
  if (!RELEASE_ID.test(releaseId) || releaseId === 'drafts' || releaseId === 'published') {
    throw actionError(
      'badRequest',
      `Release id "${releaseId}" is not valid: use up to 64 of a-z, A-Z, 0-9, "_" and "-".`,
    )
  }
  const metadata = isJsonObject(action['metadata']) ? action['metadata'] : {}
  assertMetadata(metadata)
  context.mutate({
    create: {
      _id: releaseDocumentId(releaseId),
      _type: 'system.release',
      name: releaseId,
      state: 'active',
      metadata: {releaseType: 'undecided', cardinality: 'many', ...metadata},
    },
  })
}

const edit: ActionHandler = (action, context) => {
  const releaseId = textMember(action, 'releaseId')
  existing(context, releaseDocumentId(releaseId))
  const patch = objectMember(action, 'patch')
  assertEditsMetadata(patch)
  context.mutate({patch: {...patch, id: releaseDocumentId(releaseId)}})
  const edited = context.get(releaseDocumentId(releaseId))?.['metadata']
  assertMetadata(isJsonObject(edited) ? edited : {})
}

const publish: ActionHandler = (action, context) => {
  const releaseId = textMember(action, 'releaseId')
  releaseIn(context, releaseId, ['active', 'scheduled'])
  const versions = versionsOf(context, releaseId)
  for (const version of versions) {
    const publishedId = publishedIdOf(version._id)
    if (isUnpublishing(version)) {
      if (context.get(publishedId)) context.mutate({delete: {id: publishedId}})
    } else publishAs(context, version, publishedId)
  }
  for (const version of versions) context.mutate({delete: {id: version._id}})
  const {lateBySeconds} = action
  const set = {
    state: 'published',
    publishedAt: context.now.toISOString(),
    finalDocumentStates: finalStates(versions),
    // The scheduler says so when the lake was not running at the release's time.
    ...(typeof lateBySeconds === 'number' ? {lateBySeconds} : {}),
  }
  setState(context, releaseId, set, ['error'])
}

const schedule: ActionHandler = (action, context) => {
  const releaseId = textMember(action, 'releaseId')
  const publishAt = textMember(action, 'publishAt')
  if (Number.isNaN(Date.parse(publishAt)))
    throw actionError('badRequest', `"publishAt" is not a date: ${publishAt}`)
  releaseIn(context, releaseId, ['active', 'scheduled'])
  const set = {
    state: 'scheduled',
    publishAt: new Date(publishAt).toISOString(),
    finalDocumentStates: finalStates(versionsOf(context, releaseId)),
  }
  setState(context, releaseId, set, ['error'])
}

const unschedule: ActionHandler = (action, context) => {
  const releaseId = textMember(action, 'releaseId')
  releaseIn(context, releaseId, ['scheduled'])
  // The scheduler says why it could not publish.
  const error = isJsonObject(action['error']) ? {error: action['error']} : {}
  setState(context, releaseId, {state: 'active', ...error}, ['publishAt', 'finalDocumentStates'])
}

const archive: ActionHandler = (action, context) => {
  const releaseId = textMember(action, 'releaseId')
  releaseIn(context, releaseId, ['active'])
  const versions = versionsOf(context, releaseId)
  for (const version of versions) context.mutate({delete: {id: version._id}})
  setState(context, releaseId, {
    state: 'archived',
    archivedAt: context.now.toISOString(),
    finalDocumentStates: versions.map(({_id, _rev}) => ({_key: keyOf(_id), id: _id, revisionId: _rev})),
  })
}

const unarchive: ActionHandler = (action, context) => {
  const releaseId = textMember(action, 'releaseId')
  const release = releaseIn(context, releaseId, ['archived'])
  const states: unknown = release['finalDocumentStates']
  for (const state of Array.isArray(states) ? states.filter(isJsonObject) : []) {
    const id = textMember(state, 'id')
    const version = context.atRevision(id, textMember(state, 'revisionId'))
    if (!version)
      throw actionError(
        'conflict',
        `The history no longer holds "${id}", so release "${releaseId}" cannot come back whole.`,
      )
    copyTo(context, version, id)
  }
  setState(context, releaseId, {state: 'active'}, ['archivedAt', 'finalDocumentStates'])
}

const remove: ActionHandler = (action, context) => {
  const releaseId = textMember(action, 'releaseId')
  releaseIn(context, releaseId, ['archived', 'published'])
  context.mutate({delete: {id: releaseDocumentId(releaseId)}})
}

const importRelease: ActionHandler = (action, context) => {
  const id = releaseDocumentId(textMember(action, 'releaseId'))
  const given = objectMember(action, isJsonObject(action['document']) ? 'document' : 'attributes')
  const document = {...given, _id: id, _type: 'system.release'}
  const mode = {fail: 'create', ignore: 'createIfNotExists', replace: 'createOrReplace'}[
    String(action['ifExists'])
  ]
  if (mode === undefined)
    throw actionError('badRequest', 'release.import needs "ifExists": fail, ignore or replace.')
  context.mutate({[mode]: document})
}

/** The actions on releases; a release is a document `_.releases.<id>`, its content are versions of documents. */
export const releaseActions: Record<string, ActionHandler> = {
  'release.create': create,
  'release.edit': edit,
  'release.publish': publish,
  'release.schedule': schedule,
  'release.unschedule': unschedule,
  'release.archive': archive,
  'release.unarchive': unarchive,
  'release.delete': remove,
  'release.import': importRelease,
}

/** True for a probe of what one may do: the Studio sends these for releases that need not exist. */
export function isReleaseProbe(action: JsonObject, context: ActionContext, name: string): boolean {
  if (!context.dryRun || !name.startsWith('release.')) return false
  const releaseId = action['releaseId']
  const release = typeof releaseId === 'string' ? context.get(releaseDocumentId(releaseId)) : undefined
  return !release || stateOf(release) !== 'active'
}

function versionsOf(context: ActionContext, releaseId: string): LakeDocument[] {
  return context
    .idsWithPrefix(`versions.${releaseId}.`)
    .map((id) => context.get(id))
    .filter((document) => document !== undefined)
}

function isUnpublishing(version: LakeDocument): boolean {
  const system = version['_system']
  return isJsonObject(system) && system['delete'] === true
}

// The Studio reads what a release held, and reverts it, from the last revisions of these versions.
function finalStates(versions: readonly LakeDocument[]): JsonObject[] {
  return versions.map(({_id}) => ({_key: keyOf(_id), id: _id}))
}

// Array keys must be stable and free of the dots that ids carry.
function keyOf(id: string): string {
  return id.replaceAll('.', '-')
}

function setState(context: ActionContext, releaseId: string, set: JsonObject, unset: string[] = []): void {
  context.mutate({patch: {id: releaseDocumentId(releaseId), set, ...(unset.length > 0 ? {unset} : {})}})
}
