import type {ExprNode} from 'groq-js'
import {mapTree, someNode} from './mapTree.ts'

type MapNode = Extract<ExprNode, {type: 'Map'}>
type ProjectionNode = Extract<ExprNode, {type: 'Projection'}>

/**
 * Puts the projection of `*[…]{…} | order(…)[0...20]` behind the slice: it is made of twenty documents instead of all,
 * and the order is one of documents, for which there may be an index. The Studio asks for its lists in that form.
 */
export function projectLast(tree: ExprNode): ExprNode {
  return mapTree(tree, (node) => {
    if (node.type !== 'Slice' && node.type !== 'AccessElement') return undefined
    const moved = withoutProjection(node.base)
    if (!moved) return undefined
    const part: ExprNode = {...node, base: projectLast(moved.documents)}
    const projection = {...moved.projection, expr: projectLast(moved.projection.expr)}
    if (part.type === 'Slice') return {type: 'Map', base: part, expr: projection}
    return {...projection, base: part}
  })
}

/** What is sliced, without its projection, where that changes neither which documents come nor their order. */
function withoutProjection(node: ExprNode): {documents: ExprNode; projection: ProjectionNode} | undefined {
  if (node.type === 'Group') return withoutProjection(node.base)
  const mapped = node.type === 'PipeFuncCall' && node.name === 'order' ? node.base : node
  if (mapped.type !== 'Map' || !areDocuments(mapped.base)) return undefined
  const projection = projectionOf(mapped)
  if (!projection) return undefined
  if (node.type !== 'PipeFuncCall') return {documents: mapped.base, projection}
  const args = node.args.map((key) => keyOfDocument(key, projection))
  if (!args.every((key) => key !== undefined)) return undefined
  return {documents: {...node, base: mapped.base, args}, projection}
}

function areDocuments(node: ExprNode): boolean {
  if (node.type === 'Everything') return true
  const isList = node.type === 'Filter' || node.type === 'PipeFuncCall' || node.type === 'Group'
  return isList && areDocuments(node.base)
}

// What looks at enclosing documents stays in its place.
function projectionOf({expr}: MapNode): ProjectionNode | undefined {
  const isOwn = expr.type === 'Projection' && expr.base.type === 'This'
  return isOwn && !someNode(expr, ({type}) => type === 'Parent') ? expr : undefined
}

const COMPUTED = new Set(['coalesce', 'defined', 'length', 'lower', 'string', 'upper'])

/** A key of the projected object as one of the document; undefined where it is more than members and simple functions. */
function keyOfDocument(key: ExprNode, projection: ProjectionNode): ExprNode | undefined {
  let isKnown = true
  const substitute = (node: ExprNode): ExprNode | undefined => {
    switch (node.type) {
      case 'AccessAttribute':
      case 'AccessElement': {
        const value = valueOf(node, projection)
        isKnown &&= value !== undefined
        return value ?? node
      }
      case 'FuncCall':
        isKnown &&= node.namespace === 'global' && COMPUTED.has(node.name)
        return undefined
      case 'Asc':
      case 'Desc':
      case 'Group':
      case 'Parameter':
      case 'Select':
      case 'Value':
        return undefined
      default:
        isKnown = false
        return node
    }
  }
  const moved = mapTree(key, substitute)
  return isKnown ? moved : undefined
}

function valueOf(node: ExprNode, projection: ProjectionNode): ExprNode | undefined {
  if (node.type === 'Group') return valueOf(node.base, projection)
  if (node.type === 'AccessElement') {
    const list = valueOf(node.base, projection)
    if (list?.type !== 'Array' || list.elements.some(({isSplat}) => isSplat)) return undefined
    return list.elements.at(node.index)?.value
  }
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base || node.base.type === 'This') return attributeOf(projection, node.name)
  const base = valueOf(node.base, projection)
  return base && {...node, base}
}

function attributeOf({expr}: ProjectionNode, name: string): ExprNode | undefined {
  if (expr.type !== 'Object') return undefined
  let value: ExprNode | undefined
  for (const attribute of expr.attributes) {
    // What is spread may bring any member.
    if (attribute.type !== 'ObjectAttributeValue' || attribute.name === '__proto__') return undefined
    if (attribute.name === name) ({value} = attribute)
  }
  return value
}
