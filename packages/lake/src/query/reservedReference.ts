import type {ExprNode} from 'groq-js'

/**
 * The queries that the lake evaluates carry dereferences of reserved ids: groq-js asks for them like for any
 * reference, and the lake answers with documents that an index found, or with the texts of a document. No document id
 * can begin with this character, and every answer comes from the reader's own view.
 */
export const RESERVED = '\u0000'

/** What a reserved dereference asks for. */
export type ReservedKind =
  | 'everything'
  | 'candidates'
  | 'text'
  | 'ids'
  | 'referring'
  | 'slug'
  | 'global'
  | 'incoming'
  | 'counted'
  | 'foreign'

export type ReservedReference = {kind: ReservedKind; value: string}

/** Reads a reserved id, if it is one. */
export function parseReservedReference(id: string): ReservedReference | undefined {
  if (!id.startsWith(RESERVED)) return undefined
  const end = id.indexOf(RESERVED, 1)
  const kind = id.slice(1, end)
  if (!isKind(kind)) return undefined
  return {kind, value: id.slice(end + 1)}
}

const KINDS = new Set([
  'everything',
  'candidates',
  'text',
  'ids',
  'referring',
  'slug',
  'global',
  'incoming',
  'counted',
  'foreign',
])

function isKind(kind: string): kind is ReservedKind {
  return KINDS.has(kind)
}

/** A dereference of a reserved id that is known beforehand. */
export function reservedNode(kind: ReservedKind, value: string): ExprNode {
  return {type: 'Deref', base: {type: 'Value', value: {_ref: `${RESERVED}${kind}${RESERVED}${value}`}}}
}

/**
 * A dereference of a reserved id whose value an expression gives; null where that is not a text.
 * @param before - what stands before the value of the expression
 */
export function reservedLookup(kind: ReservedKind, value: ExprNode, before = ''): ExprNode {
  const prefix: ExprNode = {type: 'Value', value: `${RESERVED}${kind}${RESERVED}${before}`}
  const ref: ExprNode = {type: 'OpCall', op: '+', left: prefix, right: value}
  return {
    type: 'Deref',
    base: {type: 'Object', attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: ref}]},
  }
}

/** The first of two expressions that is not null. */
export function coalesceNode(first: ExprNode, second: ExprNode): ExprNode {
  return {type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [first, second]}
}

/** True for an expression that `reservedLookup` made. */
export function isLookup(node: ExprNode, kind: ReservedKind): boolean {
  if (node.type !== 'Deref' || node.base.type !== 'Object') return false
  const [reference] = node.base.attributes
  if (reference?.type !== 'ObjectAttributeValue' || reference.value.type !== 'OpCall') return false
  const {left} = reference.value
  const text: unknown = left.type === 'Value' ? left.value : undefined
  return typeof text === 'string' && text.startsWith(`${RESERVED}${kind}${RESERVED}`)
}
