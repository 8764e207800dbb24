import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {FieldValue, Scalar} from '../store/FieldValue.ts'
import {compileFilter} from './compileFilter.ts'
import {isComparison} from './isComparison.ts'

/** A condition of a filter. `test` decides it by key and id alone, for conditions that look at nothing else. */
export type Condition = {node: ExprNode; test: ((key: FieldValue, id: string) => boolean) | undefined}

/** What the conditions of a filter come to where only one member of a document is known, its key. */
export type KeyConditions = {
  /** Keys between which no other of these lies are decided alike. */
  constants: readonly Scalar[]
  /** Those that a key leaves open; undefined where one cannot hold. */
  open(key: FieldValue): readonly Condition[] | undefined
}

// Whoever compares with more of them has many parts to walk.
const MAX_CONSTANTS = 100

/** Whether a condition holds for a key; undefined where that depends on more. */
type Decide = (document: LakeDocument) => boolean | undefined

/** Sees what the conditions of a filter say of the key of an index. */
export function createKeyConditions(
  nodes: readonly ExprNode[],
  path: string,
  params: JsonObject,
): KeyConditions {
  const constants = new Set<Scalar>()
  const onConstant = (_path: string, constant: Scalar): void => {
    constants.add(constant)
  }
  const toDocument = (key: FieldValue, id = ''): LakeDocument => documentOf(path.split('.'), key, id)
  const conditions = nodes.map((node) => {
    const byKeyAndId = isComparison(node, {paths: [path, '_id'], params}) && compileFilter(node, params)
    const test = byKeyAndId ? (key: FieldValue, id: string) => byKeyAndId(toDocument(key, id)) : undefined
    return {node, test, decide: decider(node, {paths: [path], params, onConstant})}
  })
  const isBounded = constants.size <= MAX_CONSTANTS
  return {
    constants: isBounded ? [...constants] : [],
    open(key) {
      if (!isBounded) return conditions
      const document = toDocument(key)
      const decided = conditions.map(({decide}) => decide(document))
      return decided.includes(false) ? undefined : conditions.filter((_, index) => decided[index] !== true)
    },
  }
}

/**
 * A filter without the conditions that parameters decide, as in `$language == null || language == $language`; what passes
 * is the same.
 */
export function withoutDecided(filter: ExprNode, params: JsonObject): ExprNode {
  if (filter.type === 'Group') return withoutDecided(filter.base, params)
  if (filter.type !== 'And' && filter.type !== 'Or') return filter
  const [left, right] = [filter.left, filter.right].map((side) => withoutDecided(side, params))
  if (!left || !right) return filter
  // A conjunction passes as its other side where one holds, a disjunction where one does not.
  const decided = filter.type === 'And'
  if (decide(left, params) === decided) return right
  if (decide(right, params) === decided) return left
  return {...filter, left, right}
}

function decide(node: ExprNode, params: JsonObject): boolean | undefined {
  return decider(node, {paths: [], params})(documentOf([], {isDefined: false}, ''))
}

// Only whether a condition is true counts, so that no other truth has to be told apart.
function decider(node: ExprNode, compared: Parameters<typeof isComparison>[1]): Decide {
  if (node.type === 'Group') return decider(node.base, compared)
  if (node.type === 'And' || node.type === 'Or') {
    const [left, right] = [decider(node.left, compared), decider(node.right, compared)]
    const enough = node.type === 'Or'
    return (document) => {
      const [one, other] = [left(document), right(document)]
      if (one === enough || other === enough) return enough
      return one === undefined || other === undefined ? undefined : !enough
    }
  }
  const test = isComparison(node, compared) ? compileFilter(node, compared.params) : undefined
  return test ?? (() => undefined)
}

// Lists and objects compare alike with every constant.
function documentOf(path: readonly string[], key: FieldValue, id: string): LakeDocument {
  const value: unknown = typeof key === 'object' ? (key.isDefined ? {} : null) : key
  const [name, ...inner] = path
  const document = {_id: id, _type: '', _rev: '', _createdAt: '', _updatedAt: ''}
  if (name === undefined) return document
  return {...document, [name]: inner.reduceRight<unknown>((held, at) => ({[at]: held}), value)}
}
