import type {ExprNode} from 'groq-js'
import type {Direction} from '../store/IndexOrder.ts'
import {attributePath} from './attributePaths.ts'

/** A part of an ordered filter, `*[filter] | order(path) [start...end]`. */
export type TopShape = {filter: ExprNode; order: Order; start: number; end: number}

/** `isById` where nothing but ids orders documents of equal value. */
export type Order = {path: string; direction: Direction; isById: boolean}

/** Recognises a slice or element access whose result some documents of an order decide. */
export function topShape(node: ExprNode): TopShape | undefined {
  const part = partOf(node)
  if (!part || (node.type !== 'Slice' && node.type !== 'AccessElement')) return undefined
  const ordered = node.base.type === 'Group' ? node.base.base : node.base
  if (ordered.type !== 'PipeFuncCall' || ordered.name !== 'order') return undefined
  const {base} = ordered
  const order = orderOf(ordered.args)
  if (!order || base.type !== 'Filter' || base.base.type !== 'Everything') return undefined
  return {filter: base.expr, order, ...part}
}

/** The bounds of a slice or element access that counts from the start. */
export function partOf(node: ExprNode): {start: number; end: number} | undefined {
  if (node.type === 'AccessElement')
    return node.index >= 0 ? {start: node.index, end: node.index + 1} : undefined
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return {start: node.left, end: Math.max(0, node.isInclusive ? node.right + 1 : node.right)}
}

function orderOf([first, ...others]: readonly ExprNode[]): Order | undefined {
  const key = first && keyOf(first)
  if (key?.path === undefined) return undefined
  const [second] = others.map(keyOf)
  // Documents come in the order of their ids before they are put into another.
  const isById = !second || (second.path === '_id' && second.direction === 'asc')
  return {path: key.path, direction: key.direction, isById}
}

function keyOf(node: ExprNode): {path: string | undefined; direction: Direction} {
  const by = node.type === 'Asc' || node.type === 'Desc' ? node.base : node
  return {path: attributePath(by), direction: node.type === 'Desc' ? 'desc' : 'asc'}
}

/** The same part where so many documents of the order are left out from the start. */
export function shifted<Node extends ExprNode>(node: Node, skipped: number): Node {
  if (skipped === 0) return node
  if (node.type === 'AccessElement') return {...node, index: node.index - skipped}
  return node.type === 'Slice' ? {...node, left: node.left - skipped, right: node.right - skipped} : node
}
