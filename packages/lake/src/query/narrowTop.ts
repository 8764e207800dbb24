import type {ExprNode} from 'groq-js'
import {attributePath} from './attributePaths.ts'
import type {DocumentView} from './DocumentView.ts'
import {isLocal, passingOneByOne} from './localFilter.ts'
import type {FilterContext} from './localFilter.ts'
import {conjuncts} from './conjuncts.ts'
import {demandedType} from './narrowFilter.ts'
import type {Narrowed} from './Narrowed.ts'

/** A slice from the start over an ordered filter: `*[filter] | order(path) [0...n]`. */
export type TopShape = {filter: ExprNode; order: {path: string; direction: 'asc' | 'desc'}; limit: number}

const MAX_LIMIT = 1000

/** Recognises a slice or element access whose result the first few documents of an order decide. */
export function topShape(node: ExprNode): TopShape | undefined {
  const limit = limitOf(node)
  if (limit === undefined || (node.type !== 'Slice' && node.type !== 'AccessElement')) return undefined
  const ordered = node.base.type === 'Group' ? node.base.base : node.base
  if (ordered.type !== 'PipeFuncCall' || ordered.name !== 'order') return undefined
  const {base} = ordered
  if (base.type !== 'Filter' || base.base.type !== 'Everything') return undefined
  const [key] = ordered.args
  const by = key?.type === 'Asc' || key?.type === 'Desc' ? key.base : key
  const path = by && attributePath(by)
  if (path === undefined) return undefined
  return {filter: base.expr, order: {path, direction: key?.type === 'Desc' ? 'desc' : 'asc'}, limit}
}

function limitOf(node: ExprNode): number | undefined {
  if (node.type === 'AccessElement') return node.index >= 0 ? node.index + 1 : undefined
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return Math.max(0, node.isInclusive ? node.right + 1 : node.right)
}

/**
 * Finds the documents that such a slice can contain: it walks the index of the order and stops once enough of them
 * pass the filter, so that "the newest twenty" reads twenty. Documents of equal value are taken together, because what
 * orders them further is not in this index.
 */
export function narrowTop(shape: TopShape, context: FilterContext, view: DocumentView): Narrowed | undefined {
  const {filter, order, limit} = shape
  const parts = conjuncts(filter)
  const type = demandedType(parts, context.params)
  if (type === undefined || limit > MAX_LIMIT || !isLocal(filter)) return undefined
  const index = view.fieldIndex(type, order.path)
  if (!index) return undefined
  return {
    index: `${type} by ${order.path}`,
    estimate: limit,
    isExact: false,
    ids: (onRead) => {
      const found: string[] = []
      // The index has these in places that are not theirs here: they come on top of as many others.
      const changed = new Set(view.changed?.())
      // An index over a type holds documents of that type alone.
      const passes = parts.length === 1 ? undefined : passingOneByOne(filter, context, onRead)
      for (const group of index.groups(order.direction)) {
        if (found.length >= limit) break
        for (const id of group) {
          if (changed.has(id)) continue
          onRead?.()
          const document = view.present(id)
          if (document && (!passes || passes(document))) found.push(id)
        }
      }
      return [...found, ...changed]
    },
  }
}
