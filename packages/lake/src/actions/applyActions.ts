import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {atIndex} from '../transactions/mutationError.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {actionError} from './ActionContext.ts'
import type {ActionContext, ActionHandler} from './ActionContext.ts'
import {documentActions} from './documentActions.ts'
import {isReleaseProbe, releaseActions} from './releaseActions.ts'
import {versionActions} from './versionActions.ts'

const PREFIX = 'sanity.action.'

const HANDLERS: ReadonlyMap<string, ActionHandler> = new Map(
  Object.entries({...documentActions, ...versionActions, ...releaseActions}),
)

/**
 * Reads the `actions` of a request body.
 * @throws LakeError `badRequest` for another shape, `tooLarge` for too many, `unsupported` naming an action that this lake has not.
 */
export function parseActions(value: unknown, limits: Pick<LakeLimits, 'maxMutations'>): JsonObject[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  if (list.length === 0 || !list.every(isJsonObject)) {
    throw actionError('badRequest', '"actions" must be an array of actions, at least one.')
  }
  if (list.length > limits.maxMutations)
    throw limitError(limits, 'maxMutations', {what: `The transaction has ${list.length} actions`})
  for (const action of list) {
    const name = nameOf(action)
    if (!HANDLERS.has(name)) {
      const known = [...HANDLERS.keys()].map((handled) => PREFIX + handled).join(', ')
      throw actionError(
        'unsupported',
        `The action ${String(action['actionType'])} is not supported by this lake. Supported: ${known}.`,
      )
    }
  }
  return list
}

/**
 * Applies actions one after the other to one transaction.
 * @throws LakeError `conflict` or `badRequest`; nothing of the transaction happens then.
 */
export function applyActions(actions: readonly JsonObject[], context: ActionContext): void {
  for (const [index, action] of actions.entries()) {
    const name = nameOf(action)
    if (isReleaseProbe(action, context, name)) continue
    atIndex(index, () => HANDLERS.get(name)?.(action, context))
  }
}

function nameOf(action: JsonObject): string {
  const type = action['actionType']
  return typeof type === 'string' && type.startsWith(PREFIX) ? type.slice(PREFIX.length) : ''
}
