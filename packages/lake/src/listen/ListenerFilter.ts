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
import type {QueryPlan} from '../query/planQuery.ts'
import {rewriteQuery} from '../query/rewriteQuery.ts'

// The name cannot be written in GROQ, so that no parameter of a reader can have it.
const DOCUMENT = '\u0000document'

/** Decides whether a document is among those a listener asked for; costs by the document, not by the dataset. */
export type ListenerFilter = {
  /** `id:…`, `slug:…` or `type:…`: one of them every matching document has; absent where the filter says no such thing. */
  keys: readonly string[] | undefined
  matches(document: LakeDocument | undefined, view: DocumentView, now: Date): boolean
}

/**
 * Compiles the query of a listener. It listens to the filter over all documents inside it: order, slices and
 * projections around that do not matter.
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
  const filter = innermostFilter(rewriteQuery(parsed, params))
  if (!filter) return {keys: undefined, matches: (document) => document !== undefined}
  const tree: ExprNode = {type: 'Filter', base: {type: 'Parameter', name: DOCUMENT}, expr: filter}
  const fixed: QueryPlan | undefined = readsOthers(filter)
    ? undefined
    : {tree, candidates: [], tags: [], steps: []}
  const isLocal = createLocalTest(filter, params, context)
  const types = allowed(filter, '_type', params)
  const ids = allowed(filter, '_id', params)
  return {
    keys: keysOf(filter, params),
    matches(document, view, now) {
      if (!document || types?.has(document._type) === false || ids?.has(document._id) === false) return false
      if (isLocal) return isLocal(document, now)
      const plan = fixed ?? planQuery(tree, {params, identity: context.identity, now}, view)
      const result = evaluatePlanSync(plan, view, {
        ...context,
        now,
        params: {...params, [DOCUMENT]: [document]},
      })
      return Array.isArray(result.data) && result.data.length > 0
    },
  }
}

function readsOthers(filter: ExprNode): boolean {
  return someNode(filter, (node) => node.type === 'Everything')
}

function innermostFilter(tree: ExprNode): ExprNode | undefined {
  let found: ExprNode | undefined
  mapTree(tree, (node) => {
    if (found) return node
    if (node.type !== 'Filter') return undefined
    const inner = innermostFilter(node.base)
    if (inner) found = {type: 'And', left: inner, right: node.expr}
    else if (node.base.type === 'Everything') found = node.expr
    return found && node
  })
  return found
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
