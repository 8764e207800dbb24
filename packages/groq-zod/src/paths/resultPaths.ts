import type {ExprNode, ObjectNode} from 'groq-js'
import {fieldOf, isEnded, itemAt, itemOf, NOWHERE, someItemOf} from './documentPath.ts'
import type {Origin, ResultPaths} from './documentPath.ts'

/** The places of a query's fields that stand elsewhere than their names say. */
export function resultPaths(query: ExprNode): ResultPaths {
  return traceNode(query, '').inside ?? {}
}

/** Says where the value of an expression stands, seen from `at`, the place of `@`. */
function traceNode(node: ExprNode, at: string): Origin {
  switch (node.type) {
    case 'This':
      return {path: at}
    case 'AccessAttribute':
      return {path: fieldOf(node.base ? traceNode(node.base, at).path : at, node.name)}
    case 'AccessElement': {
      const {path, inside} = traceNode(node.base, at)
      return withInside(node.index < 0 ? someItemOf(path) : itemAt(path, node.index), inside)
    }
    case 'Group':
    case 'ArrayCoerce':
      return traceNode(node.base, at)
    case 'Filter':
    case 'Slice':
    case 'PipeFuncCall': {
      const {path, inside} = traceNode(node.base, at)
      return withInside(someItemOf(path), inside)
    }
    case 'Map':
      return traceItems(node.expr, traceNode(node.base, at).path)
    case 'FlatMap': {
      const {path, inside} = traceItems(node.expr, traceNode(node.base, at).path)
      return withInside(someItemOf(path), inside)
    }
    case 'Deref': {
      const {path} = traceNode(node.base, at)
      return {path: isEnded(path) ? path : `${path}->`}
    }
    case 'Projection': {
      if (node.expr.type !== 'Object') return {path: NOWHERE}
      const {path} = traceNode(node.base, at)
      return withInside(isOfDocuments(node.expr, path) ? beforeItems(path) : path, tracePlaces(node.expr, ''))
    }
    case 'Object':
      return withInside(at, tracePlaces(node, at))
    case 'FuncCall': {
      // What is missing is to be filled in where it is looked for first.
      const [first] = node.args
      return node.name === 'coalesce' && first ? traceNode(first, at) : {path: NOWHERE}
    }
    default:
      return {path: NOWHERE}
  }
}

/** The fields of a projection that stand elsewhere than their names say. */
function tracePlaces(node: ObjectNode, at: string): ResultPaths {
  let places: ResultPaths = {}
  for (const attribute of node.attributes) {
    switch (attribute.type) {
      case 'ObjectAttributeValue': {
        const {path, inside = {}} = traceNode(attribute.value, at)
        const own = path === attribute.name ? {} : {'': path}
        const place = Object.keys(inside).length === 0 ? own[''] : {...own, ...inside}
        if (place !== undefined) places = {...places, [attribute.name]: joined(places[attribute.name], place)}
        break
      }
      case 'ObjectSplat':
      case 'ObjectConditionalSplat': {
        const {value} = attribute
        if (value.type === 'Object') places = joinedPlaces(places, tracePlaces(value, at))
        else if (value.type === 'Projection' && value.expr.type === 'Object') {
          places = joinedPlaces(places, tracePlaces(value.expr, traceNode(value.base, at).path))
        }
        break
      }
    }
  }
  return places
}

function traceItems(node: ExprNode, list: string): Origin {
  const item = itemOf(list)
  const {path, inside} = traceNode(node, item)
  return withInside(path === item && item.endsWith('[]') ? list : path, inside)
}

function withInside(path: string, inside: ResultPaths | undefined): Origin {
  return inside ? {path, inside} : {path}
}

/** Whether the fields within belong to documents of their own, which their ids say. */
function isOfDocuments(node: ObjectNode, path: string): boolean {
  return node.attributes.some((attribute) =>
    attribute.type === 'ObjectAttributeValue'
      ? attribute.name === '_id'
      : attribute.type === 'ObjectSplat' && attribute.value.type === 'This' && path.includes('->'),
  )
}

function beforeItems(path: string): string {
  return path.replace(/(?:\[\]|\[\*\]|->).*$/u, '')
}

function joinedPlaces(left: ResultPaths, right: ResultPaths): ResultPaths {
  const added = Object.entries(right).map(([name, place]) => [name, joined(left[name], place)])
  return {...left, ...Object.fromEntries(added)}
}

/** Two branches that name one field: what they agree on. */
function joined(left: string | ResultPaths | undefined, right: string | ResultPaths): string | ResultPaths {
  if (left === undefined || left === right) return right
  if (typeof left === 'string' || typeof right === 'string') return NOWHERE
  return joinedPlaces(left, right)
}
