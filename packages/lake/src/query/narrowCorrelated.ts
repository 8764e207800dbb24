import type {ExprNode} from 'groq-js'
import {attributePath, endsInReference} from './attributePaths.ts'
import {coalesceNode, reservedLookup} from './reservedReference.ts'
import type {ReservedKind} from './reservedReference.ts'

/** Separates ids in a reserved reference that stands for several: no id can contain it. */
export const ID_SEPARATOR = '\u0001'

/** Candidates that depend on the document around the filter: `*[references(^._id)]` inside a projection. */
export type Correlated = {index: string; base: ExprNode}

/**
 * Finds a conjunct that ties the filter to an enclosing document by an index, and gives the expression that looks its
 * candidates up; where the value turns out to be neither text nor texts, the expression falls back to `otherwise`.
 */
export function narrowCorrelated(expr: ExprNode, otherwise: ExprNode): Correlated | undefined {
  switch (expr.type) {
    case 'Group':
      return narrowCorrelated(expr.base, otherwise)
    case 'And':
      return narrowCorrelated(expr.left, otherwise) ?? narrowCorrelated(expr.right, otherwise)
    case 'OpCall':
      if (expr.op === '==')
        return equal(expr.left, expr.right, otherwise) ?? equal(expr.right, expr.left, otherwise)
      if (expr.op === 'in') return contained(expr.left, expr.right, otherwise)
      return undefined
    case 'FuncCall': {
      const [value] = expr.args
      const isReferences = expr.namespace === 'global' && expr.name === 'references' && expr.args.length === 1
      return isReferences && value ? lookup('referring', value, otherwise) : undefined
    }
    default:
      return undefined
  }
}

function equal(path: ExprNode, value: ExprNode, otherwise: ExprNode): Correlated | undefined {
  const name = attributePath(path)
  if (name === '_id') return lookup('ids', value, otherwise)
  if (name === 'slug.current') return lookup('slug', value, otherwise)
  return name?.endsWith('._ref') ? lookup('referring', value, otherwise) : undefined
}

function contained(left: ExprNode, right: ExprNode, otherwise: ExprNode): Correlated | undefined {
  if (attributePath(left) === '_id') return lookup('ids', right, otherwise)
  return endsInReference(right) ? lookup('referring', left, otherwise) : undefined
}

function lookup(kind: ReservedKind, value: ExprNode, otherwise: ExprNode): Correlated | undefined {
  const outer = seenFromOutside(value)
  if (!outer) return undefined
  const separator: ExprNode = {type: 'Value', value: ID_SEPARATOR}
  const joined: ExprNode = {type: 'FuncCall', namespace: 'array', name: 'join', args: [outer, separator]}
  const several = kind === 'slug' ? otherwise : coalesceNode(reservedLookup(kind, joined), otherwise)
  return {index: kind, base: coalesceNode(reservedLookup(kind, outer), several)}
}

/** Rewrites an expression that only reads enclosing documents for the scope outside the filter; else undefined. */
function seenFromOutside(node: ExprNode): ExprNode | undefined {
  switch (node.type) {
    case 'Parent':
      return node.n === 1 ? {type: 'This'} : {type: 'Parent', n: node.n - 1}
    case 'Group':
    case 'Deref':
    case 'ArrayCoerce':
    case 'AccessElement': {
      const base = seenFromOutside(node.base)
      return base && {...node, base}
    }
    case 'AccessAttribute': {
      const base = node.base && seenFromOutside(node.base)
      return base && {...node, base}
    }
    case 'Map': {
      const base = seenFromOutside(node.base)
      return base && isPlainStep(node.expr) ? {...node, base} : undefined
    }
    default:
      return undefined
  }
}

// Inside a map `@` is the element, in whichever scope the map itself stands.
function isPlainStep(node: ExprNode): boolean {
  if (node.type === 'This') return true
  if (node.type === 'AccessAttribute') return node.base === undefined || isPlainStep(node.base)
  return node.type === 'Deref' && isPlainStep(node.base)
}
