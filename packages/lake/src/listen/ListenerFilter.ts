import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {attributePath} from '../query/attributePaths.ts'
import {assertParameters} from '../query/assertParameters.ts'
import {assertQuickToParse} from '../query/assessCost.ts'
import {assertSupported} from '../query/assertSupported.ts'
import type {DocumentView} from '../query/DocumentView.ts'
import {evaluatePlanSync} from '../query/evaluatePlan.ts'
import {mapTree, someNode} from '../query/mapTree.ts'
import {createLocalTest} from './createLocalTest.ts'
import {constantOf} from '../query/constantOf.ts'
import {parseQuery} from '../query/parseQuery.ts'
import {planQuery} from '../query/planQuery.ts'
import type {QueryPlan} from '../query/QueryPlan.ts'
import {rewriteQuery} from '../query/rewriteQuery.ts'

// The name cannot be written in GROQ, so that no parameter of a reader can have it.
const DOCUMENT = '\u0000document'

/** The instant that `now()` gives, and how long matching may take. */
export type MatchTime = {now: Date; timeoutMs: number}

/** Decides whether a document is among those a listener asked for; costs by the document, not by the dataset. */
export type ListenerFilter = {
  /** `id:…`, `slug:…` or `type:…`: one of them every matching document has; absent where the filter says no such thing. */
  keys: readonly string[] | undefined
  /**
   * @param viewOf - gives the dataset as the document stood in it, for filters that look beyond the document
   * @throws LakeError `queryTimeout`.
   */
  matches(document: LakeDocument | undefined, viewOf: () => DocumentView, time: MatchTime): boolean
}

/**
 * Compiles the query of a listener. It listens to the filters over all documents inside it: order, slices and
 * projections around those do not matter.
 * @throws LakeError `badRequest` for a syntax error or a query too long to be parsed here, `unsupported` naming a function.
 */
export function createListenerFilter(
  query: string,
  params: JsonObject,
  context: {identity: string; projectId: string; dataset: string},
): ListenerFilter {
  assertQuickToParse(query, 'listener')
  const parsed = parseQuery(query, params)
  assertParameters(parsed, params)
  assertSupported(parsed)
  const filter = anyOf(filtersIn(rewriteQuery(parsed, params)))
  if (!filter) return {keys: undefined, matches: (document) => document !== undefined}
  const tree: ExprNode = {type: 'Filter', base: {type: 'Parameter', name: DOCUMENT}, expr: filter}
  const fixed: QueryPlan | undefined = readsOthers(filter)
    ? undefined
    : {tree, candidates: [], tags: [], steps: [], walked: 0}
  const isLocal = createLocalTest(filter, params, context)
  const types = allowed(filter, '_type', params)
  const ids = allowed(filter, '_id', params)
  return {
    keys: keysOf(filter, params),
    matches(document, viewOf, {now, timeoutMs}) {
      if (!document || types?.has(document._type) === false || ids?.has(document._id) === false) return false
      if (isLocal) return isLocal(document, now, timeoutMs)
      const view = viewOf()
      const plan = fixed ?? planQuery(tree, {params, identity: context.identity, now}, view)
      const result = evaluatePlanSync(plan, view, {
        ...context,
        now,
        timeoutMs,
        params: {...params, [DOCUMENT]: [document]},
      })
      return Array.isArray(result.data) && result.data.length > 0
    },
  }
}

function readsOthers(filter: ExprNode): boolean {
  return someNode(filter, (node) => node.type === 'Everything')
}

const ALL: ExprNode = {type: 'Value', value: true}

// Undefined where there is no filter, or none that leaves documents out.
function anyOf(filters: readonly ExprNode[]): ExprNode | undefined {
  if (filters.includes(ALL)) return undefined
  return filters.reduce<ExprNode | undefined>(
    (all, filter) => (all ? {type: 'Or', left: all, right: filter} : filter),
    undefined,
  )
}

/** What is asked of all documents: one filter for each `*` that no other stands around. */
function filtersIn(tree: ExprNode): ExprNode[] {
  const found: ExprNode[] = []
  mapTree(tree, (node) => {
    const filter = filterOf(node)
    if (filter) found.push(filter)
    return filter && node
  })
  return found
}

// The conditions along a chain such as `*[a][b] | order(c) {d}`; undefined where it does not begin with all documents.
function filterOf(node: ExprNode): ExprNode | undefined {
  if (node.type === 'Everything') return ALL
  if (!('base' in node) || node.base === undefined) return undefined
  const inner = filterOf(node.base)
  if (!inner || node.type !== 'Filter') return inner
  return inner === ALL ? node.expr : {type: 'And', left: inner, right: node.expr}
}

function keysOf(filter: ExprNode, params: JsonObject): string[] | undefined {
  for (const [name, prefix] of [
    ['_id', 'id'],
    ['slug.current', 'slug'],
    ['_type', 'type'],
  ] as const) {
    const values = allowed(filter, name, params)
    if (values)
      return [...values].filter((value) => typeof value === 'string').map((value) => `${prefix}:${value}`)
  }
  return undefined
}

/** Values that a member must have for the filter to be true, where the filter says so plainly. */
function allowed(expr: ExprNode, name: string, params: JsonObject): ReadonlySet<unknown> | undefined {
  if (expr.type === 'Group') return allowed(expr.base, name, params)
  if (expr.type === 'And') return allowed(expr.left, name, params) ?? allowed(expr.right, name, params)
  if (expr.type !== 'OpCall' || attributePath(expr.left) !== name) return undefined
  const value = constantOf(expr.right, params)
  if (expr.op === '==' && typeof value === 'string') return new Set([value])
  // A list with anything but texts in it could also let documents through that lack the member.
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string')
  return expr.op === 'in' && isTexts ? new Set(value) : undefined
}
