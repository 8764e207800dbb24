import {assertValidId} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {applyPatch} from '../patch/applyPatch.ts'
import {generateArrayKeys} from '../patch/generateArrayKeys.ts'
import type {Mutation, Selection} from './Mutation.ts'
import {mutationError} from './mutationError.ts'
import type {WorkingCopy} from './WorkingCopy.ts'

/** What one mutation did to one document, as the API answers it. */
export type MutationResult = {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: JsonObject
}

/** What applying a mutation needs besides the documents. */
export type MutationTools = {
  createId(): string
  /** Ids of the documents that a query selects, as the transaction sees them. */
  select(query: string, params: JsonObject): string[]
  autoGenerateArrayKeys: boolean
}

/**
 * Applies one mutation to a transaction's working copy.
 * @throws LakeError `conflict` when the document exists, is missing, or has another revision than demanded.
 */
export function applyMutation(copy: WorkingCopy, mutation: Mutation, tools: MutationTools): MutationResult[] {
  if (mutation.kind === 'delete') return selected(mutation.selection, tools).map((id) => remove(copy, id))
  if (mutation.kind !== 'patch') return [create(copy, mutation.kind, mutation.document, tools)]
  const {patch, ifRevisionId} = mutation
  return selected(mutation.selection, tools).map((id) => patchOne(copy, {id, patch, ifRevisionId}, tools))
}

function selected(selection: Selection, tools: MutationTools): string[] {
  return 'id' in selection ? [selection.id] : tools.select(selection.query, selection.params)
}

function create(
  copy: WorkingCopy,
  kind: 'create' | 'createIfNotExists' | 'createOrReplace',
  given: JsonObject,
  tools: MutationTools,
): MutationResult {
  const type = given['_type']
  if (typeof type !== 'string' || type === '') {
    throw mutationError('badRequest', `A document to ${kind} needs a "_type".`, {type: 'validationError'})
  }
  const id = idFor(given['_id'], kind, tools)
  const existing = copy.get(id)
  if (existing && kind === 'createIfNotExists') return {id, operation: 'none', document: existing}
  if (existing && kind === 'create') {
    throw mutationError('conflict', `Document by ID "${id}" already exists`, {
      type: 'documentAlreadyExistsError',
      id,
    })
  }
  const document = {...given, _id: id, _type: type}
  const keyed = withKeys(document, undefined, tools)
  const after = copy.put({...keyed, _id: id, _type: type}, {[kind]: keyed})
  return {id, operation: existing ? 'update' : 'create', document: after}
}

// "If _id ends with a dot, it is a prefix and an id is generated" (Sanity docs, HTTP mutations: create).
function idFor(given: unknown, kind: string, tools: MutationTools): string {
  if (given === undefined || given === null || given === '') {
    if (kind === 'create') return tools.createId()
    throw mutationError('badRequest', `A document to ${kind} needs an "_id".`, {type: 'validationError'})
  }
  const id = typeof given === 'string' && given.endsWith('.') ? given + tools.createId() : given
  assertValidId(id)
  return id
}

function remove(copy: WorkingCopy, id: string): MutationResult {
  if (!copy.get(id)) return {id, operation: 'none'}
  copy.remove(id, {delete: {id}})
  return {id, operation: 'delete'}
}

function patchOne(
  copy: WorkingCopy,
  patch: {id: string; patch: JsonObject; ifRevisionId: string | undefined},
  tools: MutationTools,
): MutationResult {
  const {id, ifRevisionId} = patch
  const before = copy.get(id)
  if (!before) {
    throw mutationError('conflict', `The document with the ID "${id}" was not found`, {
      type: 'documentNotFoundError',
      id,
    })
  }
  if (ifRevisionId !== undefined && ifRevisionId !== before._rev) {
    throw mutationError(
      'conflict',
      `Document "${id}" has unexpected revision ID (${before._rev}), expected ${ifRevisionId}`,
      {
        type: 'documentRevisionIDDoesNotMatchError',
        currentRevisionID: before._rev,
        expectedRevisionID: ifRevisionId,
        id,
      },
    )
  }
  const after = withKeys(patchedDocument(before, patch.patch), before, tools)
  return {
    id,
    operation: 'update',
    document: copy.put({...after, _id: id, _type: before._type}, sourceOf(patch)),
  }
}

// What listeners are told: the patch as it applies to this document, however it was selected.
function sourceOf({
  id,
  patch,
  ifRevisionId,
}: {
  id: string
  patch: JsonObject
  ifRevisionId: string | undefined
}): JsonObject {
  return {patch: {...patch, id, ...(ifRevisionId === undefined ? {} : {ifRevisionID: ifRevisionId})}}
}

function withKeys(
  document: JsonObject,
  previous: LakeDocument | undefined,
  tools: MutationTools,
): JsonObject {
  if (!tools.autoGenerateArrayKeys) return document
  const keyed = generateArrayKeys(document, {previous})
  return isJsonObject(keyed) ? keyed : document
}

function patchedDocument(before: LakeDocument, patch: JsonObject): JsonObject {
  const after: unknown = applyWithMessage(before, patch)
  if (!isJsonObject(after))
    throw mutationError('badRequest', `A patch left no document of "${before._id}".`, {
      type: 'validationError',
    })
  for (const name of ['_id', '_type'] as const) {
    if (after[name] !== before[name]) {
      throw mutationError(
        'badRequest',
        `Cannot modify immutable attribute "${name}" of document "${before._id}"`,
        {
          type: 'validationError',
          id: before._id,
        },
      )
    }
  }
  return after
}

function applyWithMessage(before: LakeDocument, patch: JsonObject): unknown {
  try {
    return applyPatch(before, patch)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw mutationError(
      'badRequest',
      `Patch of document "${before._id}": ${cause.message}`,
      {type: 'validationError', id: before._id},
      cause,
    )
  }
}
