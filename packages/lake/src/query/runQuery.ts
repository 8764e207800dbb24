import {createHash} from 'node:crypto'
import {identityOf, visibilityFor} from '../access/Viewer.ts'
import type {Viewer} from '../access/Viewer.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {SourceMap, SourceMapStyle} from '../sourceMap/SourceMap.ts'
import {assertSupported} from './assertSupported.ts'
import {createView} from './DocumentView.ts'
import type {ViewSource} from './DocumentView.ts'
import {evaluatePlan} from './evaluatePlan.ts'
import {someNode} from './mapTree.ts'
import {parseQuery} from './parseQuery.ts'
import type {Perspective} from './Perspective.ts'
import {planQuery} from './planQuery.ts'
import type {PlanStep} from './planQuery.ts'
import {rewriteTextSearch} from './rewriteTextSearch.ts'

/** A query and who asks it. */
export type QueryRequest = {
  query: string
  params: JsonObject
  perspective: Perspective
  viewer: Viewer
  projectId: string
  dataset: string
  now: Date
  timeoutMs?: number
  /** Asks for a map of where the parts of the result come from. */
  sourceMap?: SourceMapStyle
}

/** `result` is ready for `JSON.stringify`; `syncTags` change when the result can have changed. */
export type QueryAnswer = {
  result: unknown
  syncTags: string[]
  steps: readonly PlanStep[]
  sourceMap?: SourceMap
}

/**
 * Answers a GROQ query: an index gives candidates, groq-js evaluates the unchanged filter over them.
 * @throws LakeError `badRequest` for a syntax error or a missing parameter, `unsupported` naming a function.
 */
export async function runQuery(source: ViewSource, request: QueryRequest): Promise<QueryAnswer> {
  const {query, params, perspective, viewer, projectId, dataset, now, timeoutMs, sourceMap: style} = request
  const parsed = parseQuery(query, params)
  assertParameters(parsed, params)
  assertSupported(parsed)
  const view = createView(source, perspective, visibilityFor(viewer))
  const identity = identityOf(viewer)
  const plan = planQuery(rewriteTextSearch(parsed, params), {params, identity, now}, view)
  const context = {
    params,
    identity,
    projectId,
    dataset,
    now,
    ...(timeoutMs === undefined ? {} : {timeoutMs}),
    ...(style ? {sourceMap: style} : {}),
  }
  const {data, tags, sourceMap} = await evaluatePlan(plan, view, context).catch(refuse)
  const answer = {result: data ?? null, syncTags: [...tags].map(toSyncTag), steps: plan.steps}
  return sourceMap ? {...answer, sourceMap} : answer
}

// What groq-js cannot evaluate, such as a member named like one of its own methods or a depth beyond the stack, is the
// query's or the document's doing, and no reason to answer as if the lake had failed.
function refuse(cause: unknown): never {
  if (cause instanceof LakeError) throw cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw new LakeError('badRequest', `The query could not be evaluated: ${reason}`, {
    details: {type: 'queryEvaluationError'},
    cause,
  })
}

/** The opaque form in which tags leave the lake. */
export function toSyncTag(tag: string): string {
  return `s1:${createHash('sha256').update(tag).digest('base64url').slice(0, 8)}`
}

function assertParameters(tree: ReturnType<typeof parseQuery>, params: JsonObject): void {
  someNode(tree, (node) => {
    if (node.type !== 'Parameter' || Object.hasOwn(params, node.name)) return false
    throw new LakeError('badRequest', `param $${node.name} referenced, but not provided`, {
      details: {type: 'queryParseError'},
    })
  })
}
