import type {ExprNode} from 'groq-js'
import {identityOf, visibilityFor} from '../access/Viewer.ts'
import type {Viewer} from '../access/Viewer.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {limitError} from '../LakeLimits.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import type {WorkingCopy} from '../transactions/WorkingCopy.ts'
import {assertParameters} from './assertParameters.ts'
import {assertQuickToParse} from './assessCost.ts'
import {assertSupported} from './assertSupported.ts'
import {createView} from './createView.ts'
import {evaluatePlanSync} from './evaluatePlan.ts'
import {OverlayView} from './OverlayView.ts'
import {parseQuery} from './parseQuery.ts'
import {planQuery} from './planQuery.ts'
import {rewriteQuery} from './rewriteQuery.ts'

/** Whose mutation it is, and where. */
export type Selection = {store: DocumentStore; viewer: Viewer; projectId: string; now: Date}

/** The query of a mutation. Everybody waits while it is evaluated, so that it has a time of its own. */
export type MutationQuery = {query: string; params: JsonObject; timeoutMs: number}

/**
 * Ids of the documents that the query of a mutation selects, as its transaction sees them. Indexes that take long to make
 * are used if they are there (`prepareSelection`).
 * @throws LakeError `badRequest` for a syntax error, a missing parameter or a query too long to be parsed here,
 *   `unsupported` naming a function, `queryTimeout` naming the limit.
 */
export function selectIds(
  {store, viewer, projectId, now}: Selection,
  copy: WorkingCopy,
  {query, params, timeoutMs}: MutationQuery,
): string[] {
  const tree = parseSelection(query, params)
  const isVisible = visibilityFor(viewer)
  const stored = createView(store, {kind: 'raw'}, isVisible, true)
  const changes = new Map(copy.pending().map(({id, after}) => [id, after]))
  const view = changes.size === 0 ? stored : new OverlayView(stored, changes, isVisible)
  const {dataset} = store
  const context = {params, identity: identityOf(viewer), projectId, dataset, now, timeoutMs}
  try {
    return idsIn(evaluatePlanSync(planQuery(tree, context, view), view, context).data, query)
  } catch (error) {
    if (!(error instanceof LakeError) || error.code !== 'queryTimeout') throw error
    throw limitError({mutationQueryTimeoutMs: timeoutMs}, 'mutationQueryTimeoutMs', {
      what: 'The query of a mutation took too long; narrow it by _type, _id, slug or references, or query for the ids first and change those',
      code: 'queryTimeout',
      type: 'queryTimeoutError',
      cause: error,
    })
  }
}

/** Parses the query of a mutation. @throws LakeError as `selectIds`. */
export function parseSelection(query: string, params: JsonObject): ExprNode {
  assertQuickToParse(query, 'mutation')
  const parsed = parseQuery(query, params)
  assertParameters(parsed, params)
  assertSupported(parsed)
  return rewriteQuery(parsed, params)
}

function idsIn(result: unknown, query: string): string[] {
  const items: unknown[] = Array.isArray(result) ? result : [result]
  return items.flatMap((item) => {
    if (item === null) return []
    if (typeof item === 'string') return [item]
    const id = isJsonObject(item) ? item['_id'] : undefined
    if (typeof id === 'string') return [id]
    throw new LakeError(
      'badRequest',
      `The query of a mutation must give documents, this one does not: ${query}`,
      {
        details: {type: 'mutationError'},
      },
    )
  })
}
