import {evaluate, evaluateSync} from 'groq-js'
import type {Document, EvaluateOptions, ExprNode} from 'groq-js'
import type {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {DEFAULT_LIMITS, limitError} from '../LakeLimits.ts'
import {addCheckpoints} from './addCheckpoints.ts'
import {CALLED, takeCalled} from './callNode.ts'
import {foreignDocument, ownId} from '../crossDataset/foreignDocument.ts'
import type {DocumentView} from './DocumentView.ts'
import {inIdOrder} from './inIdOrder.ts'
import {ID_SEPARATOR} from './narrowCorrelated.ts'
import type {QueryPlan} from './planQuery.ts'
import {createSourceMap} from '../sourceMap/createSourceMap.ts'
import type {SourceMap, SourceMapStyle} from '../sourceMap/SourceMap.ts'
import {unknown} from '../sourceMap/Trace.ts'
import {traceQuery} from '../sourceMap/traceQuery.ts'
import {ownDocumentId} from './ownDocumentId.ts'
import {parseReservedReference} from './reservedReference.ts'
import type {ReservedKind} from './reservedReference.ts'
import {textsOf} from './textsOf.ts'

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
  const {checkTime, timed} = createTimer(view, context.timeoutMs ?? DEFAULT_LIMITS.queryTimeoutMs)
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
    if (answer === undefined)
      found.set(
        _ref,
        (answer = LOOK_UPS[reserved.kind](reserved.value, {plan, view: timed, tags, checkTime, context})),
      )
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
function createTimer(view: DocumentView, timeoutMs: number): {checkTime: () => void; timed: DocumentView} {
  const end = performance.now() + timeoutMs
  const checkTime = (): void => {
    if (performance.now() <= end) return
    throw timeoutError(timeoutMs)
  }
  const present = (id: string): LakeDocument | undefined => {
    checkTime()
    return view.present(id)
  }
  return {checkTime, timed: {...view, present, all: () => view.all(checkTime)}}
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

// groq-js takes whatever a dereference returns, numbers and arrays too; its types only know documents.
function isAnswer(value: unknown): value is Document {
  return value !== undefined && value !== null
}

type Evaluation = {
  plan: QueryPlan
  view: DocumentView
  tags: Set<string>
  checkTime: () => void
  context: EvaluationContext
}

type LookUp = (value: string, evaluation: Evaluation) => unknown

const LOOK_UPS: Record<ReservedKind, LookUp> = {
  everything: (members, {view, tags, checkTime}) => {
    tags.add('everything')
    const ids = view.source.ids.values
    if (members === '' || !view.source.prefersParts(ids.length)) return view.all()
    const present = view.presenter(members.split(ID_SEPARATOR), ids.length, checkTime)
    return inIdOrder(ids.map(present))
  },
  candidates: (position, {plan, view, tags, checkTime}) => {
    const narrowed = plan.candidates[Number(position)]
    for (const tag of narrowed?.tags ?? []) tags.add(tag)
    const ids = narrowed?.ids(checkTime) ?? []
    const present = view.presenter(narrowed?.members, ids.length, checkTime, narrowed?.type)
    const documents = inIdOrder(
      ids.map((id) => {
        checkTime()
        return present(id)
      }),
    )
    return narrowed?.project ? documents.map(narrowed.project) : documents
  },
  counted: (position, {plan, tags, checkTime}) => {
    const narrowed = plan.candidates[Number(position)]
    for (const tag of narrowed?.tags ?? []) tags.add(tag)
    return narrowed?.ids(checkTime).length
  },
  foreign: (target, {view, tags, context: {projectId}}) => {
    const own = ownId(target, view.source.foreign, projectId)
    if (own === undefined)
      return foreignDocument(target, view.source.foreign, {projectId, isMember: view.isMember})
    tags.add(`id:${own}`)
    return view.resolve(own)
  },
  text: (id, {view}) => {
    const document = view.resolve(id)
    return document && textsOf(document)
  },
  ids: (joined, {view, tags}) => {
    const ids = [...new Set(joined.split(ID_SEPARATOR))]
    for (const id of ids) tags.add(`id:${id}`)
    return inIdOrder(ids.map((id) => view.resolve(id)))
  },
  referring: (joined, {view, tags}) => {
    const targets = joined.split(ID_SEPARATOR)
    for (const target of targets) tags.add(`ref:${target}`)
    const stored = new Set(targets.flatMap((target) => view.source.referrersOf(target).map(({id}) => id)))
    return inIdOrder([...stored].map((id) => view.present(id)))
  },
  slug: (slug, {view, tags}) => {
    tags.add(`slug:${slug}`)
    return inIdOrder(view.source.idsWithSlug(slug).map((id) => view.present(id)))
  },
  global: (reference, {view, tags, context: {projectId, dataset}}) => {
    const id = ownDocumentId(reference, {projectId, dataset})
    if (id === undefined) return undefined
    tags.add(`id:${id}`)
    return view.resolve(id)
  },
  incoming: (id, {view, tags}) => {
    tags.add(`ref:${id}`)
    return view.count(view.source.referrersOf(id).map((referrer) => referrer.id))
  },
}
