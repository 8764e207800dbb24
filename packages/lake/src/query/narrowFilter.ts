import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import {attributePath, endsInReference} from './attributePaths.ts'
import {stepsToSlug} from './stepsToSlug.ts'
import {conjuncts} from './conjuncts.ts'
import {constantOf} from './constantOf.ts'
import type {DocumentView} from './DocumentView.ts'
import {intersection, union} from './combineNarrowed.ts'
import {byIdPrefix, byIds, byReference, bySlugs, bySlugOfTarget, byTypes} from './Narrowed.ts'
import type {Narrowed} from './Narrowed.ts'
import {narrowByField} from './narrowByField.ts'

// Two large sets are cut down to what they share when the smaller one is still worth it.
const WORTH_INTERSECTING = 64
const SIMILAR = 16

/**
 * Finds the smallest set of candidates for a filter over all documents; nothing when no index fits.
 * A conjunction is true only where each part is, so any part's candidates do; a disjunction needs both sides'.
 */
export function narrowFilter(expr: ExprNode, params: JsonObject, view: DocumentView): Narrowed | undefined {
  switch (expr.type) {
    case 'Group':
      return narrowFilter(expr.base, params, view)
    case 'And':
      return narrowConjunction(conjuncts(expr), params, view)
    case 'Or': {
      const left = narrowFilter(expr.left, params, view)
      const right = left && narrowFilter(expr.right, params, view)
      return left && right && union(left, right)
    }
    case 'OpCall':
      if (expr.op === '==') {
        return (
          narrowEqual(expr.left, expr.right, params, view) ?? narrowEqual(expr.right, expr.left, params, view)
        )
      }
      return expr.op === 'in' ? narrowIn(expr.left, expr.right, params, view) : undefined
    case 'FuncCall':
      return narrowFunction(expr, params, view)
    default:
      return undefined
  }
}

/** The one type that a filter demands, where it says so plainly. */
export function demandedType(parts: readonly ExprNode[], params: JsonObject): string | undefined {
  for (const part of parts) {
    const type = part.type === 'OpCall' ? typeIn(part, params) : undefined
    if (type !== undefined) return type
  }
  return undefined
}

function typeIn(
  {op, left, right}: Extract<ExprNode, {type: 'OpCall'}>,
  params: JsonObject,
): string | undefined {
  const isLeft = attributePath(left) === '_type'
  if (op === 'in' && isLeft) {
    const list = constantOf(right, params)
    const [type] = Array.isArray(list) && list.length === 1 ? list : []
    return typeof type === 'string' ? type : undefined
  }
  if (op !== '==' || (!isLeft && attributePath(right) !== '_type')) return undefined
  const type = constantOf(isLeft ? right : left, params)
  return typeof type === 'string' ? type : undefined
}

function narrowConjunction(
  parts: readonly ExprNode[],
  params: JsonObject,
  view: DocumentView,
): Narrowed | undefined {
  const type = demandedType(parts, params)
  const found = parts
    .map(
      (part) =>
        narrowFilter(part, params, view) ??
        (type === undefined ? undefined : narrowByField(part, type, params, view)),
    )
    .filter((narrowed) => narrowed !== undefined)
    .toSorted((left, right) => left.estimate - right.estimate)
  const [best, second] = found
  if (!best) return undefined
  const isWorthIt =
    best.estimate >= WORTH_INTERSECTING && best.estimate * SIMILAR >= (second?.estimate ?? Infinity)
  // What an index over a member of a type gives is of that type already.
  const isShared = second !== undefined && second.index !== 'type' && isWorthIt
  const covered =
    (isShared ? 2 : 1) + Number(best.type !== undefined && found.some(({index}) => index === 'type'))
  const isExact =
    covered === parts.length && found.length === parts.length && found.every((part) => part.isExact)
  return {...(isShared ? intersection(best, second) : best), isExact}
}

function narrowEqual(
  path: ExprNode,
  value: ExprNode,
  params: JsonObject,
  view: DocumentView,
): Narrowed | undefined {
  const name = attributePath(path)
  const constant = constantOf(value, params)
  if (typeof constant !== 'string') return undefined
  const steps = stepsToSlug(path)
  if (steps !== undefined) return bySlugOfTarget(constant, steps, view)
  if (name === '_id') return byIds([constant], view)
  if (name === '_type') return byTypes([constant], view)
  if (name === 'slug.current') return bySlugs([constant], view)
  return name?.endsWith('._ref') && constant !== '' ? byReference([constant], view) : undefined
}

function narrowIn(
  left: ExprNode,
  right: ExprNode,
  params: JsonObject,
  view: DocumentView,
): Narrowed | undefined {
  const name = attributePath(left)
  const pattern = name === '_id' ? pathPatternOf(right, params) : undefined
  if (pattern !== undefined) return byIdPattern(pattern, view)
  const list = constantOf(right, params)
  if (name !== undefined && Array.isArray(list)) {
    const texts = list.filter((item): item is string => typeof item === 'string')
    // null in the list would also match what is missing.
    if (texts.length !== list.length) return undefined
    if (name === '_id') return byIds(texts, view)
    if (name === '_type') return byTypes(texts, view)
    if (name === 'slug.current') return bySlugs(texts, view)
    if (name.endsWith('._ref') && !texts.includes('')) return byReference(texts, view)
    return undefined
  }
  const constant = constantOf(left, params)
  if (typeof constant !== 'string' || constant === '') return undefined
  if (endsInReference(right)) return byReference([constant], view)
  const steps = stepsToSlug(right)
  return steps === undefined ? undefined : bySlugOfTarget(constant, steps, view)
}

function narrowFunction(
  {namespace, name, args}: Extract<ExprNode, {type: 'FuncCall'}>,
  params: JsonObject,
  view: DocumentView,
): Narrowed | undefined {
  if (namespace === 'global' && name === 'references') {
    const values = args.flatMap((arg) => constantOf(arg, params))
    const isKnown = values.every((value): value is string => typeof value === 'string' && value !== '')
    return isKnown ? byReference(values, view) : undefined
  }
  const [first] = args
  const constant = first && constantOf(first, params)
  if (namespace === 'sanity' && name === 'partOfRelease' && typeof constant === 'string')
    return byIdPrefix(`versions.${constant}.`, view, false)
  if (namespace === 'string' && name === 'startsWith' && first && attributePath(first) === '_id') {
    const prefix = args[1] && constantOf(args[1], params)
    return typeof prefix === 'string' ? byIdPrefix(prefix, view, true) : undefined
  }
  if (namespace !== 'sanity' || name !== 'versionOf' || typeof constant !== 'string') return undefined
  const stored = [constant, ...view.source.variantsOf(constant)]
  return {
    index: 'id',
    estimate: stored.length,
    isExact: false,
    ids: () => stored,
  }
}

function pathPatternOf(node: ExprNode, params: JsonObject): string | undefined {
  if (node.type === 'Group') return pathPatternOf(node.base, params)
  const isPath = node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
  const text = isPath && node.args[0] ? constantOf(node.args[0], params) : undefined
  return typeof text === 'string' ? text : undefined
}

function byIdPattern(pattern: string, view: DocumentView): Narrowed | undefined {
  const [prefix, ...rest] = pattern.split('*')
  if (prefix === undefined) return undefined
  // Two stars after a dot stand for whatever follows.
  return byIdPrefix(prefix, view, prefix.endsWith('.') && rest.join('*') === '*')
}
