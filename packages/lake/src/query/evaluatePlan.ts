import {evaluate, evaluateSync} from 'groq-js'
import type {Document, EvaluateOptions, ExprNode} from 'groq-js'
import type {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {DEFAULT_LIMITS, limitError} from '../LakeLimits.ts'
import {addCheckpoints} from './addCheckpoints.ts'
import {CALLED, takeCalled} from './callNode.ts'
import type {DocumentView} from './DocumentView.ts'
import {createTextSearch} from './createTextSearch.ts'
import {isAnswer} from './isAnswer.ts'
import {LOOK_UPS} from './lookUps.ts'
import type {QueryPlan} from './QueryPlan.ts'
import {createSourceMap} from '../sourceMap/createSourceMap.ts'
import type {SourceMap, SourceMapStyle} from '../sourceMap/SourceMap.ts'
import {unknown} from '../sourceMap/Trace.ts'
import {traceQuery} from '../sourceMap/traceQuery.ts'
import {parseReservedReference} from './reservedReference.ts'

/** What an evaluation needs besides plan and documents. */
export type EvaluationContext = {
  params: JsonObject
  identity: string
  projectId: string
  dataset: string
  now: Date
  /** How long it may take; checked along its loops and whenever it asks for documents. */
  timeoutMs?: number
  before?: LakeDocument | undefined
  after?: LakeDocument | undefined
  /** Asks for a map of where the parts of the result come from. */
  sourceMap?: SourceMapStyle
}

/** The result, still with dates and paths in groq-js's own classes (they turn into JSON by themselves), and its tags. */
export type Evaluated = {data: unknown; tags: ReadonlySet<string>; sourceMap?: SourceMap}

/**
 * Evaluates a plan.
 * @param isAsync - whether the query has functions that can only be waited for
 */
export async function evaluatePlan(
  plan: QueryPlan,
  view: DocumentView,
  context: EvaluationContext,
  isAsync: boolean,
): Promise<Evaluated> {
  const {tree, options, tags} = prepare(plan, view, context)
  const value = isAsync ? await evaluate(tree, options) : evaluateSync(tree, options)
  const data: unknown = await value.get()
  if (!context.sourceMap) return {data, tags}
  const trace = isAsync ? unknown(data) : traceQuery(plan.tree, options)
  return {data, tags, sourceMap: createSourceMap(trace, data, context.sourceMap)}
}

/** As `evaluatePlan`, for queries that cannot need to wait. */
export function evaluatePlanSync(plan: QueryPlan, view: DocumentView, context: EvaluationContext): Evaluated {
  const {tree, options, tags} = prepare(plan, view, context)
  return {data: evaluateSync(tree, options).data, tags}
}

function prepare(
  plan: QueryPlan,
  view: DocumentView,
  context: EvaluationContext,
): {tree: ExprNode; options: EvaluateOptions; tags: Set<string>} {
  const tags = new Set(plan.tags)
  const found = new Map<string, unknown>()
  const checkTime = createTimer(context.timeoutMs ?? DEFAULT_LIMITS.queryTimeoutMs)
  const evaluation = {plan, view, tags, searchTexts: createTextSearch(view), checkTime, context}
  const dereference = ({_ref}: {_ref: string}): Document | undefined => {
    checkTime()
    if (_ref === CALLED) {
      const value = takeCalled()
      return isAnswer(value) ? value : undefined
    }
    const reserved = parseReservedReference(_ref)
    if (!reserved) {
      tags.add(`id:${_ref}`)
      return view.resolve(_ref)
    }
    let answer = found.get(_ref)
    if (answer === undefined) answer = LOOK_UPS[reserved.kind](reserved.value, evaluation)
    // The texts of all documents that are searched would fill the memory.
    if (reserved.kind !== 'text') found.set(_ref, answer)
    return isAnswer(answer) ? answer : undefined
  }
  const options: EvaluateOptions = {
    dataset: [],
    params: context.params,
    timestamp: context.now,
    identity: context.identity,
    sanity: {projectId: context.projectId, dataset: context.dataset},
    dereference,
    ...(context.before ? {before: context.before} : {}),
    ...(context.after ? {after: context.after} : {}),
  }
  return {tree: addCheckpoints(plan.tree, checkTime), options, tags}
}

// Reading documents and asking for more of them is where a query spends its time; both are stopped at the limit.
function createTimer(timeoutMs: number): () => void {
  const end = performance.now() + timeoutMs
  return () => {
    if (performance.now() <= end) return
    throw timeoutError(timeoutMs)
  }
}

/** What a query that was stopped at its limit fails with. */
export function timeoutError(queryTimeoutMs: number, cause?: unknown): LakeError {
  return limitError({queryTimeoutMs}, 'queryTimeoutMs', {
    what: `The query took longer than ${queryTimeoutMs} ms; narrow it by _type, _id, slug or references`,
    code: 'queryTimeout',
    type: 'queryTimeoutError',
    cause,
  })
}
