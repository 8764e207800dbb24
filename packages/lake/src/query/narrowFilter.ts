import type {ExprNode} from 'groq-js'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {attributePath, endsInReference} from './attributePaths.ts'
import type {DocumentView} from './DocumentView.ts'

/**
 * Documents that an index gives for a filter: every one that passes it, and perhaps others.
 * The ids are those of stored documents. `tags` name what can change the result.
 */
export type Narrowed = {
  index: string
  estimate: number
  ids(): readonly string[]
  tags: readonly string[]
}

/**
 * Finds the smallest set of candidates for a filter over all documents; nothing when no index fits.
 * A conjunction is true only where each side is, so either side's candidates do; a disjunction needs both sides'.
 */
export function narrowFilter(expr: ExprNode, params: JsonObject, view: DocumentView): Narrowed | undefined {
  switch (expr.type) {
    case 'Group':
      return narrowFilter(expr.base, params, view)
    case 'And': {
      const left = narrowFilter(expr.left, params, view)
      const right = narrowFilter(expr.right, params, view)
      if (!left || !right) return left ?? right
      return left.estimate <= right.estimate ? left : right
    }
    case 'Or': {
      const left = narrowFilter(expr.left, params, view)
      const right = left && narrowFilter(expr.right, params, view)
      return left && right && union(left, right)
    }
    case 'OpCall':
      if (expr.op === '==')
        return (
          narrowEqual(expr.left, expr.right, params, view) ?? narrowEqual(expr.right, expr.left, params, view)
        )
      if (expr.op === 'in') return narrowIn(expr.left, expr.right, params, view)
      return undefined
    case 'FuncCall':
      return narrowFunction(expr, params, view)
    default:
      return undefined
  }
}

function union(left: Narrowed, right: Narrowed): Narrowed {
  return {
    index: `${left.index} or ${right.index}`,
    estimate: left.estimate + right.estimate,
    ids: () => [...new Set([...left.ids(), ...right.ids()])],
    tags: [...left.tags, ...right.tags],
  }
}

function narrowEqual(
  path: ExprNode,
  value: ExprNode,
  params: JsonObject,
  view: DocumentView,
): Narrowed | undefined {
  const name = attributePath(path)
  const constant = constantOf(value, params)
  if (name === undefined || typeof constant !== 'string') return undefined
  if (name === '_id') return byIds([constant], view)
  if (name === '_type') return byTypes([constant], view)
  if (name === 'slug.current') return bySlug(constant, view)
  if (name.endsWith('._ref') && constant !== '') return byReference([constant], view)
  return undefined
}

function narrowIn(
  left: ExprNode,
  right: ExprNode,
  params: JsonObject,
  view: DocumentView,
): Narrowed | undefined {
  const name = attributePath(left)
  const list = constantOf(right, params)
  if (name !== undefined && Array.isArray(list)) {
    const texts = list.filter((item): item is string => typeof item === 'string')
    // null in the list would also match what is missing.
    if (texts.length !== list.length) return undefined
    if (name === '_id') return byIds(texts, view)
    if (name === '_type') return byTypes(texts, view)
    if (name.endsWith('._ref') && !texts.includes('')) return byReference(texts, view)
    return undefined
  }
  const constant = constantOf(left, params)
  if (typeof constant === 'string' && constant !== '' && endsInReference(right))
    return byReference([constant], view)
  return undefined
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
  if (namespace !== 'sanity' || typeof constant !== 'string') return undefined
  if (name === 'versionOf') {
    const stored = [constant, ...view.source.variantsOf(constant)]
    return {index: 'id', estimate: stored.length, ids: () => stored, tags: [`versions:${constant}`]}
  }
  return undefined
}

function byIds(ids: readonly string[], view: DocumentView): Narrowed {
  const stored = [...new Set(ids)].map((id) => view.storedId(id)).filter((id) => id !== undefined)
  return {index: 'id', estimate: stored.length, ids: () => stored, tags: ids.map((id) => `id:${id}`)}
}

function byTypes(types: readonly string[], {source}: DocumentView): Narrowed {
  const distinct = [...new Set(types)]
  return {
    index: 'type',
    estimate: distinct.reduce((sum, type) => sum + source.idsOfType(type).size, 0),
    ids: () => distinct.flatMap((type) => source.idsOfType(type).values),
    tags: distinct.map((type) => `type:${type}`),
  }
}

function bySlug(slug: string, {source}: DocumentView): Narrowed {
  const stored = source.idsWithSlug(slug)
  return {index: 'slug', estimate: stored.length, ids: () => stored, tags: [`slug:${slug}`]}
}

function byReference(targets: readonly string[], {source}: DocumentView): Narrowed {
  const stored = [...new Set(targets.flatMap((target) => source.referrersOf(target).map(({id}) => id)))]
  return {
    index: 'references',
    estimate: stored.length,
    ids: () => stored,
    tags: targets.map((id) => `ref:${id}`),
  }
}

/** The value of an expression that is the same for every document, or undefined. */
export function constantOf(node: ExprNode, params: JsonObject): unknown {
  switch (node.type) {
    case 'Value': {
      const value: unknown = node.value
      return isJsonObject(value) ? undefined : value
    }
    case 'Parameter':
      return params[node.name]
    case 'Group':
      return constantOf(node.base, params)
    case 'Array': {
      const items = node.elements.map((element) =>
        element.isSplat ? undefined : constantOf(element.value, params),
      )
      return items.includes(undefined) ? undefined : items
    }
    default:
      return undefined
  }
}
