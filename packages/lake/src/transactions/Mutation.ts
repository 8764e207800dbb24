import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {MUTATION_PREFIX} from './mutationError.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'

/** Which documents a delete or patch is for. */
export type Selection = {id: string} | {query: string; params: JsonObject}

/** One mutation of the HTTP API, taken apart; `source` is what the caller sent, kept for listeners and history. */
export type Mutation =
  | {kind: 'create' | 'createOrReplace' | 'createIfNotExists'; document: JsonObject; source: JsonObject}
  | {kind: 'delete'; selection: Selection; source: JsonObject}
  | {
      kind: 'patch'
      selection: Selection
      ifRevisionId: string | undefined
      patch: JsonObject
      source: JsonObject
    }

const CREATES = ['create', 'createOrReplace', 'createIfNotExists'] as const

/**
 * Reads the `mutations` of a request body.
 * @throws LakeError `badRequest` naming the mutation that is not understood, `tooLarge` for too many.
 */
export function parseMutations(value: unknown, limits: Pick<LakeLimits, 'maxMutations'>): Mutation[] {
  if (!Array.isArray(value)) throw invalid('"mutations" must be an array.', 0)
  if (value.length > limits.maxMutations)
    throw limitError(limits, 'maxMutations', {what: `The transaction has ${value.length} mutations`})
  return value.map((source: unknown, index) => parseMutation(source, index))
}

/** Reads one mutation; `index` is its place in the request, for the message. */
export function parseMutation(source: unknown, index = 0): Mutation {
  if (!isJsonObject(source)) throw invalid('A mutation must be an object.', index)
  const names = Object.keys(source)
  if (names.length !== 1) {
    throw invalid(
      `A mutation must have exactly one operation, this one has ${names.join(', ') || 'none'}.`,
      index,
    )
  }
  for (const kind of CREATES) {
    const document = source[kind]
    if (document === undefined) continue
    if (!isJsonObject(document)) throw invalid(`"${kind}" must be a document.`, index)
    return {kind, document, source}
  }
  if (isJsonObject(source['delete'])) {
    return {kind: 'delete', selection: parseSelection(source['delete'], index), source}
  }
  if (isJsonObject(source['patch'])) return parsePatch(source['patch'], source, index)
  throw invalid(
    `Unknown mutation "${names.join(', ')}": use create, createOrReplace, createIfNotExists, patch or delete.`,
    index,
  )
}

function parsePatch(body: JsonObject, source: JsonObject, index: number): Mutation {
  const {id, query, params, ifRevisionID, ...patch} = body
  if (ifRevisionID !== undefined && ifRevisionID !== null && typeof ifRevisionID !== 'string') {
    throw invalid('"ifRevisionID" must be a text.', index)
  }
  return {
    kind: 'patch',
    selection: parseSelection({id, query, params}, index),
    ifRevisionId: ifRevisionID ?? undefined,
    patch,
    source,
  }
}

function parseSelection(body: JsonObject, index: number): Selection {
  const {id, query, params} = body
  if (typeof id === 'string') return {id}
  if (typeof query === 'string') return {query, params: isJsonObject(params) ? params : {}}
  throw invalid('A patch or delete needs an "id" or a "query".', index)
}

function invalid(description: string, index: number): LakeError {
  return new LakeError('badRequest', MUTATION_PREFIX + description, {
    details: {type: 'mutationError', items: [{error: {type: 'validationError', description}, index}]},
  })
}
