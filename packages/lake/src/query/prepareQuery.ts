import type {ExprNode} from 'groq-js'
import {identityOf, visibilityFor} from '../access/Viewer.ts'
import type {Viewer} from '../access/Viewer.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {SourceMapStyle} from '../sourceMap/SourceMap.ts'
import {assertParameters} from './assertParameters.ts'
import {assertSupported} from './assertSupported.ts'
import {createView} from './createView.ts'
import type {DocumentView, ViewSource} from './DocumentView.ts'
import type {EvaluationContext} from './evaluatePlan.ts'
import {filterBeforeScore} from './filterBeforeScore.ts'
import {isTooMuchToHold} from './narrowScan.ts'
import {parseQuery} from './parseQuery.ts'
import type {Perspective} from './Perspective.ts'
import {planQuery} from './planQuery.ts'
import type {QueryPlan} from './QueryPlan.ts'
import {rewriteQuery} from './rewriteQuery.ts'

/** A query and who asks it; plain data, so that it can go to another thread. */
export type QueryRequest = {
  query: string
  params: JsonObject
  perspective: Perspective
  viewer: Viewer
  projectId: string
  dataset: string
  now: Date
  timeoutMs?: number
  maxDepth?: number
  /** Asks for a map of where the parts of the result come from. */
  sourceMap?: SourceMapStyle
}

/** A query that only has to be evaluated. */
export type PreparedQuery = {
  /** What was parsed, before documents were put in the place of `*`. */
  tree: ExprNode
  plan: QueryPlan
  view: DocumentView
  context: EvaluationContext
}

/**
 * Parses and plans a query.
 * @param isServing - whether others wait for it: indexes over large types are then used but not made at once
 * @throws LakeError `badRequest` for a syntax error, a missing parameter or too deep an expression, `unsupported`
 *   naming a function.
 */
export function prepareQuery(source: ViewSource, request: QueryRequest, isServing = false): PreparedQuery {
  const {query, params, perspective, viewer, projectId, dataset, now, timeoutMs, maxDepth, sourceMap} =
    request
  const parsed = parseQuery(query, params, maxDepth)
  assertParameters(parsed, params)
  assertSupported(parsed)
  const view = createView(source, perspective, visibilityFor(viewer), isServing)
  const identity = identityOf(viewer)
  // Asking twice takes longer where everything is read.
  const demanding = isTooMuchToHold(source.ids.size, source) ? filterBeforeScore(parsed, params) : parsed
  const tree = rewriteQuery(demanding, params, source.foreign.areReferredTo)
  const plan = planQuery(tree, {params, identity, now, isTraced: sourceMap !== undefined}, view)
  const context = {
    params,
    identity,
    projectId,
    dataset,
    now,
    ...(timeoutMs === undefined ? {} : {timeoutMs}),
    ...(sourceMap ? {sourceMap} : {}),
  }
  return {tree, plan, view, context}
}
