import type {ExprNode} from 'groq-js'
import {identityOf, visibilityFor} from '../access/Viewer.ts'
import type {Viewer} from '../access/Viewer.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {limitError} from '../LakeLimits.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import type {WorkingCopy} from '../transactions/WorkingCopy.ts'
import {assertParameters} from './assertParameters.ts'
import {assertQuickToParse} from './assessCost.ts'
import {assertSupported} from './assertSupported.ts'
import {createView} from './DocumentView.ts'
import type {DocumentView} from './DocumentView.ts'
import {evaluatePlanSync} from './evaluatePlan.ts'
import type {EvaluationContext} from './evaluatePlan.ts'
import {mapTree, someNode} from './mapTree.ts'
import {parseQuery} from './parseQuery.ts'
import {planQuery} from './planQuery.ts'
import {reservedNode} from './reservedReference.ts'
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
  const {parsed, tree} = parseSelection(query, params)
  if (!copy.isUntouched) assertCountsNoReferrers(parsed)
  const view = createView(store, {kind: 'raw'}, visibilityFor(viewer), true)
  const {dataset} = store
  const context = {params, identity: identityOf(viewer), projectId, dataset, now, timeoutMs}
  try {
    const data = copy.isUntouched
      ? evaluatePlanSync(planQuery(tree, context, view), view, context).data
      : evaluateChanged(tree, view, copy, context)
    return idsIn(data, query)
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
export function parseSelection(query: string, params: JsonObject): {parsed: ExprNode; tree: ExprNode} {
  assertQuickToParse(query, 'mutation')
  const parsed = parseQuery(query, params)
  assertParameters(parsed, params)
  assertSupported(parsed)
  return {parsed, tree: rewriteQuery(parsed, params)}
}

// Who refers to a document is known by an index, and what this transaction has changed is in none yet.
function assertCountsNoReferrers(parsed: ExprNode): void {
  someNode(parsed, (node) => {
    if (node.type !== 'FuncCall' || node.namespace !== 'documents' || node.name !== 'incomingRefCount')
      return false
    throw new LakeError(
      'unsupported',
      'documents::incomingRefCount() in the query of a mutation goes first in its transaction: send that mutation alone.',
    )
  })
}

// Nor in any other: everything is read.
function evaluateChanged(
  tree: ExprNode,
  view: DocumentView,
  copy: WorkingCopy,
  context: EvaluationContext,
): unknown {
  const changes = new Map(copy.pending().map(({id, after}) => [id, after]))
  const changed: DocumentView = {
    ...view,
    resolve: (id) => (changes.has(id) ? changes.get(id) : view.resolve(id)),
    all: (onRead) => merge(view.all(onRead), changes),
  }
  const everything = mapTree(tree, ({type}) =>
    type === 'Everything' ? reservedNode('everything', '') : undefined,
  )
  return evaluatePlanSync({tree: everything, candidates: [], tags: [], steps: []}, changed, context).data
}

function merge(
  stored: readonly LakeDocument[],
  changes: ReadonlyMap<string, LakeDocument | undefined>,
): LakeDocument[] {
  const kept = stored.filter(({_id}) => !changes.has(_id))
  return [...kept, ...[...changes.values()].filter((document) => document !== undefined)]
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
