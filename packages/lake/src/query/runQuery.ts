import {LakeError} from '../errors/LakeError.ts'
import {toSyncTag} from '../live/tagNames.ts'
import type {SourceMap} from '../sourceMap/SourceMap.ts'
import {explainDatabaseError} from '../store/explainDatabaseError.ts'
import type {ViewSource} from './DocumentView.ts'
import {needsAsync} from './assertSupported.ts'
import {evaluatePlan} from './evaluatePlan.ts'
import type {PlanStep} from './QueryPlan.ts'
import {prepareQuery} from './prepareQuery.ts'
import type {PreparedQuery, QueryRequest} from './prepareQuery.ts'

/** `result` is ready for `JSON.stringify`; `syncTags` change when the result can have changed. */
export type QueryAnswer = {
  result: unknown
  syncTags: string[]
  steps: readonly PlanStep[]
  sourceMap?: SourceMap
}

/**
 * Answers a GROQ query: an index gives candidates, groq-js evaluates the unchanged filter over them.
 * @throws LakeError `badRequest` for a syntax error or a missing parameter, `unsupported` naming a function,
 *   `queryTimeout` after `timeoutMs`.
 */
export async function runQuery(source: ViewSource, request: QueryRequest): Promise<QueryAnswer> {
  return runPrepared(prepareQuery(source, request))
}

/** As `runQuery`, for what is parsed and planned. */
export async function runPrepared({tree, plan, view, context}: PreparedQuery): Promise<QueryAnswer> {
  const {data, tags, sourceMap} = await evaluatePlan(plan, view, context, needsAsync(tree)).catch(refuse)
  const answer = {result: data ?? null, syncTags: [...tags].map(toSyncTag), steps: plan.steps}
  return sourceMap ? {...answer, sourceMap} : answer
}

// What groq-js cannot evaluate, such as a member named like one of its own methods or a depth beyond the stack, is the
// query's or the document's doing, and no reason to answer as if the lake had failed.
function refuse(thrown: unknown): never {
  const cause = explainDatabaseError(thrown)
  if (cause instanceof LakeError) throw cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw new LakeError('badRequest', `The query could not be evaluated: ${reason}`, {
    details: {type: 'queryEvaluationError'},
    cause,
  })
}
