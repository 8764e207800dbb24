import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import {attributePath, endsInReference} from '../query/attributePaths.ts'
import {constantOf} from '../query/constantOf.ts'
import {conjuncts} from '../query/conjuncts.ts'
import {fieldTag, itemTag, membershipTag} from './tagNames.ts'

/** Tags of a filter: every document that can enter, leave or change what it selects has one of them. */
type Tags = {tags: readonly string[]; rank: number}

// From what names one document to what names many.
const RANKS = {id: 0, value: 1, slug: 2, reference: 3, type: 4} as const

/** Tags of the documents that a filter over all documents can select: those of its narrowest condition. */
export function filterTags(filter: ExprNode, params: JsonObject): readonly string[] {
  return conditionTags(filter, params, [])?.tags ?? ['everything']
}

/**
 * Tags of how many documents a filter selects: an edit that lets each document be what the filter asks for does not
 * change that. Only where every condition asks for a value can that be said.
 */
export function countTags(filter: ExprNode, params: JsonObject): readonly string[] {
  return membershipTags(filter, params, [])?.map(membershipTag) ?? filterTags(filter, params)
}

function conditionTags(expr: ExprNode, params: JsonObject, types: readonly string[]): Tags | undefined {
  const parts = conjuncts(expr)
  const known = typesOf(parts, params) ?? types
  const found = parts
    .map((part) => {
      if (part.type !== 'Or') return valueTags(part, params, known)
      const left = conditionTags(part.left, params, known)
      const right = left && conditionTags(part.right, params, known)
      return left && right && union([left, right])
    })
    .filter((tags) => tags !== undefined)
  return found.toSorted((left, right) => left.rank - right.rank)[0]
}

function membershipTags(
  expr: ExprNode,
  params: JsonObject,
  types: readonly string[],
): readonly string[] | undefined {
  const parts = conjuncts(expr)
  const known = typesOf(parts, params) ?? types
  const found = parts.map((part) => {
    if (part.type !== 'Or') {
      const tags = valueTags(part, params, known)
      // A document may refer to the same one from elsewhere: only `references()` asks for what this tag names.
      return part.type === 'OpCall' && tags?.rank === RANKS.reference ? undefined : tags
    }
    const left = membershipTags(part.left, params, known)
    const right = left && membershipTags(part.right, params, known)
    return left && right && {tags: [...left, ...right], rank: RANKS.value}
  })
  if (found.includes(undefined)) return undefined
  const all = found.filter((tags) => tags !== undefined)
  // What names a value names the type with it.
  const narrower = all.filter(({rank}) => rank !== RANKS.type)
  const isNarrowed = narrower.some(({rank}) => rank === RANKS.value)
  return (isNarrowed ? narrower : all).flatMap(({tags}) => tags)
}

/** The types that a conjunction demands, where it says so plainly. */
function typesOf(parts: readonly ExprNode[], params: JsonObject): readonly string[] | undefined {
  for (const part of parts) {
    const values = part.type === 'OpCall' ? equalTexts(part, '_type', params) : undefined
    if (values) return values
  }
  return undefined
}

function union(all: readonly Tags[]): Tags {
  return {tags: all.flatMap(({tags}) => tags), rank: Math.max(...all.map(({rank}) => rank))}
}

function valueTags(part: ExprNode, params: JsonObject, types: readonly string[]): Tags | undefined {
  if (part.type === 'FuncCall') return functionTags(part, params)
  if (part.type !== 'OpCall') return undefined
  const ids = equalTexts(part, '_id', params)
  if (ids) return {tags: ids.map((id) => `id:${id}`), rank: RANKS.id}
  const demanded = equalTexts(part, '_type', params)
  if (demanded) return {tags: demanded.map((type) => `type:${type}`), rank: RANKS.type}
  const own = memberTags(part, params, types)
  if (own) return own
  const slugs = equalTexts(part, 'slug.current', params)
  if (slugs) return {tags: slugs.map((slug) => `slug:${slug}`), rank: RANKS.slug}
  return referenceTags(part, params)
}

type Operation = Extract<ExprNode, {type: 'OpCall'}>

/** `path == value`, `value == path` and `path in [values]`: the path, and the values, of which one must be there. */
function equality(
  {op, left, right}: Operation,
  params: JsonObject,
): [string, readonly unknown[]] | undefined {
  if (op !== '==' && op !== 'in') return undefined
  const path = attributePath(left)
  if (op === 'in') {
    const list = constantOf(right, params)
    return path !== undefined && Array.isArray(list) ? [path, list] : undefined
  }
  if (path !== undefined) return [path, [constantOf(right, params)]]
  const mirrored = attributePath(right)
  return mirrored === undefined ? undefined : [mirrored, [constantOf(left, params)]]
}

function equalTexts(part: Operation, name: string, params: JsonObject): readonly string[] | undefined {
  const [path, values] = equality(part, params) ?? []
  if (path !== name || !values) return undefined
  const texts = values.filter((value): value is string => typeof value === 'string')
  return texts.length === values.length ? texts : undefined
}

/** Members of documents whose type is known, compared with values. */
function memberTags(part: Operation, params: JsonObject, types: readonly string[]): Tags | undefined {
  if (types.length === 0) return undefined
  const [path, values] = equality(part, params) ?? []
  const tags =
    path !== undefined && values
      ? types.flatMap((type) => values.map((value) => fieldTag(type, path, value)))
      : itemTags(part, params, types)
  return tags && known({tags, rank: RANKS.value})
}

function itemTags(
  {op, left, right}: Operation,
  params: JsonObject,
  types: readonly string[],
): (string | undefined)[] | undefined {
  const path = op === 'in' ? attributePath(right.type === 'ArrayCoerce' ? right.base : right) : undefined
  if (path === undefined) return undefined
  const value = constantOf(left, params)
  return types.map((type) => itemTag(type, path, value))
}

// A value without a tag, such as null, also lets through what has none.
function known({tags, rank}: {tags: readonly (string | undefined)[]; rank: number}): Tags | undefined {
  const all = tags.filter((tag) => tag !== undefined)
  return all.length === tags.length ? {tags: all, rank} : undefined
}

function referenceTags(part: Operation, params: JsonObject): Tags | undefined {
  const [path, values] = equality(part, params) ?? []
  const targets =
    path?.endsWith('._ref') && values
      ? values
      : part.op === 'in' && endsInReference(part.right)
        ? [constantOf(part.left, params)]
        : undefined
  return targets && toReferences(targets)
}

function toReferences(targets: readonly unknown[]): Tags | undefined {
  const ids = targets.filter((target): target is string => typeof target === 'string' && target !== '')
  return ids.length === targets.length
    ? {tags: ids.map((id) => `ref:${id}`), rank: RANKS.reference}
    : undefined
}

function functionTags(
  {namespace, name, args}: Extract<ExprNode, {type: 'FuncCall'}>,
  params: JsonObject,
): Tags | undefined {
  const values = args.flatMap((arg) => constantOf(arg, params))
  if (namespace === 'global' && name === 'references') return toReferences(values)
  const [id] = values
  if (namespace !== 'sanity' || name !== 'versionOf' || typeof id !== 'string') return undefined
  return {tags: [`versions:${id}`], rank: RANKS.id}
}
