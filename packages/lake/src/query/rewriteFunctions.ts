import {DateTime} from 'groq-js'
import type {ExprNode} from 'groq-js'
import {containsGeometry} from '../geo/containsGeometry.ts'
import {distanceBetween} from '../geo/distanceBetween.ts'
import type {Geometry} from '../geo/Geometry.ts'
import {intersectsGeometry} from '../geo/intersectsGeometry.ts'
import {parseGeometry, pointAt} from '../geo/parseGeometry.ts'
import {callNode} from './callNode.ts'
import type {OwnFunction} from './callNode.ts'
import {mapMembers, mapTree} from './mapTree.ts'
import {reservedLookup} from './reservedReference.ts'

/** The name under which `geo()`, which groq-js cannot parse, reaches the syntax tree. */
export const GEO_CONSTRUCTOR = 'geo::latLng'

const FUNCTIONS: Record<string, OwnFunction> = {
  [`${GEO_CONSTRUCTOR}/1`]: ([value]) => parseGeometry(value)?.geoJson ?? null,
  'geo::latLng/2': ([lat, lng]) => pointAt(lat, lng)?.geoJson ?? null,
  'geo::contains/2': ofGeometries(containsGeometry),
  'geo::intersects/2': ofGeometries(intersectsGeometry),
  'geo::distance/2': ofGeometries((left, right) => {
    const [from, to] = [pointOf(left), pointOf(right)]
    return from && to ? distanceBetween(from, to) : null
  }),
  'array::unique/1': ([value]) => (Array.isArray(value) ? unique(value) : null),
}

/** Puts calls of the lake's own functions in the place of those that groq-js lacks or gets wrong. */
export function rewriteFunctions(tree: ExprNode): ExprNode {
  const rewrite = (node: ExprNode): ExprNode | undefined => {
    if (node.type === 'OpCall' && node.op === 'in') return pathInPath(node)
    if (node.type !== 'FuncCall') return undefined
    const name = `${node.namespace}::${node.name}`
    const [first] = node.args
    if (name === 'documents::get' && first) return reservedLookup('global', mapTree(first, rewrite))
    if (name === 'documents::incomingRefCount') return reservedLookup('incoming', ID)
    const run = FUNCTIONS[`${name}/${node.args.length}`]
    return run && callNode(name, run, mapMembers(node, rewrite).args)
  }
  return mapTree(tree, rewrite)
}

const ID: ExprNode = {type: 'AccessAttribute', name: '_id'}

function ofGeometries(compute: (left: Geometry, right: Geometry) => unknown): OwnFunction {
  return ([left, right]) => {
    const [first, second] = [parseGeometry(left), parseGeometry(right)]
    return first && second ? compute(first, second) : null
  }
}

function pointOf({geoJson, points}: Geometry): Geometry['points'][number] | undefined {
  return geoJson.type === 'Point' ? points[0] : undefined
}

// Equal values come once (GROQ specification, array::unique()): null equals null, and two times of one instant are
// equal; objects and arrays never are.
function unique(items: readonly unknown[]): unknown[] {
  const seen = new Set<unknown>()
  return items.filter((item) => {
    const isTime = item instanceof DateTime
    if (typeof item === 'object' && item !== null && !isTime) return true
    const key = isTime ? `time ${item.date.getTime()}` : typeof item === 'string' ? `text ${item}` : item
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

// groq-js matches only texts against a path, and the pattern of one path is a text to another.
function pathInPath(node: Extract<ExprNode, {type: 'OpCall'}>): ExprNode | undefined {
  const pattern = pathArgument(node.left)
  return pattern && pathArgument(node.right) ? {...node, left: pattern} : undefined
}

function pathArgument(node: ExprNode): ExprNode | undefined {
  if (node.type === 'Group') return pathArgument(node.base)
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
    ? node.args[0]
    : undefined
}
