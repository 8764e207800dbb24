import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {MUTATION_PREFIX} from '../transactions/mutationError.ts'

const PREFIX = 'The action(s) failed: '

/** What an action works with: documents as its transaction sees them, and mutations to change them. */
export type ActionContext = {
  get(id: string): LakeDocument | undefined
  /** Ids that begin with a text, as the transaction sees them. */
  idsWithPrefix(prefix: string): string[]
  /** Ids of the drafts and versions of a published id, as the transaction sees them. */
  variantsOf(publishedId: string): string[]
  /** Applies one mutation in the form of the HTTP API. */
  mutate(mutation: JsonObject): void
  /** The document as a committed revision left it, for restoring what was archived. */
  atRevision(id: string, revision: string): LakeDocument | undefined
  now: Date
  dryRun: boolean
}

/** One action: reads its own members and mutates. */
export type ActionHandler = (action: JsonObject, context: ActionContext) => void

/** @throws LakeError `badRequest` when the member is not a text. */
export function textMember(action: JsonObject, name: string): string {
  const value = action[name]
  if (typeof value === 'string' && value !== '') return value
  throw actionError('badRequest', `${describeAction(action)} needs "${name}".`)
}

/** @throws LakeError `badRequest` when the member is not an object. */
export function objectMember(action: JsonObject, name: string): JsonObject {
  const value = action[name]
  if (isJsonObject(value)) return value
  throw actionError('badRequest', `${describeAction(action)} needs the object "${name}".`)
}

/** @throws LakeError `conflict` when a revision was demanded and the document has another. */
export function assertRevision(
  action: JsonObject,
  name: string,
  id: string,
  document: LakeDocument | undefined,
): void {
  const expected = action[name]
  if (expected === undefined || expected === null) return
  if (document?._rev === expected) return
  throw actionError(
    'conflict',
    `Document "${id}" has revision ${document?._rev ?? 'none'}, but "${name}" demands ${JSON.stringify(expected)}.`,
  )
}

/** @throws LakeError `conflict` when there is no such document. */
export function existing(context: ActionContext, id: string): LakeDocument {
  const document = context.get(id)
  if (document) return document
  throw actionError('conflict', `Document "${id}" was not found.`)
}

/** An error in the shape in which clients read failed actions. */
export function actionError(code: 'badRequest' | 'conflict' | 'unsupported', description: string): LakeError {
  return new LakeError(code, PREFIX + description, {
    details: {type: 'actionError', items: [{error: {description, type: 'actionError'}, index: 0}]},
  })
}

/** What a failed mutation of an action is to those who sent the action. */
export function asActionError(error: unknown): unknown {
  if (!(error instanceof LakeError) || error.details?.['type'] !== 'mutationError') return error
  return new LakeError(error.code, error.message.replace(MUTATION_PREFIX, PREFIX), {
    details: {...error.details, type: 'actionError'},
    cause: error.cause,
  })
}

function describeAction(action: JsonObject): string {
  return `The action ${String(action['actionType'])}`
}
