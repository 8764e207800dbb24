import type {ExprNode} from 'groq-js'
import {attributePath} from './attributePaths.ts'

/**
 * How many references lead from a document to the `slug.current` that an expression such as `topics[]->slug.current`
 * gives; undefined where it gives anything else, or looks elsewhere.
 */
export function stepsToSlug(node: ExprNode): number | undefined {
  switch (node.type) {
    case 'Group':
      return stepsToSlug(node.base)
    case 'Map':
    case 'FlatMap':
      return sum(stepsAlong(node.base), stepsToSlug(node.expr))
    case 'AccessAttribute': {
      const slug = node.name === 'current' ? node.base : undefined
      const target = slug?.type === 'AccessAttribute' && slug.name === 'slug' ? slug.base : undefined
      return target?.type === 'Deref' ? stepsAlong(target) : undefined
    }
    default:
      return undefined
  }
}

// Whatever is passed on the way stands in a document: filters and slices only leave some of it out.
function stepsAlong(node: ExprNode): number | undefined {
  if (attributePath(node) !== undefined) return 0
  switch (node.type) {
    case 'This':
      return 0
    case 'Deref':
      return sum(1, stepsAlong(node.base))
    case 'Group':
    case 'ArrayCoerce':
    case 'Filter':
    case 'Slice':
    case 'AccessElement':
      return stepsAlong(node.base)
    case 'Map':
    case 'FlatMap':
      return sum(stepsAlong(node.base), stepsAlong(node.expr))
    case 'AccessAttribute':
      return node.base && stepsAlong(node.base)
    default:
      return undefined
  }
}

function sum(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left + right
}
