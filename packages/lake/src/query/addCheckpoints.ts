import type {ExprNode} from 'groq-js'
import {mapMembers} from './mapTree.ts'
import {coalesceNode} from './reservedReference.ts'

// `performance.now()` costs as much as a comparison: asking it now and then is enough.
const EVERY = 16

/**
 * Copies a syntax tree so that evaluating it calls `check` along every loop, which may throw to end it: groq-js itself
 * runs to the end whatever it meets.
 *
 * groq-js looks at `next` of each constant to see whether it is an iterator. A constant whose `next` is a getter is
 * therefore called each time it is evaluated; it reads as null, and `coalesce()` goes on to the expression itself.
 */
export function addCheckpoints(tree: ExprNode, check: () => void): ExprNode {
  let turns = 0
  const constant = {
    get next(): undefined {
      turns += 1
      if (turns % EVERY === 0) check()
      return undefined
    },
  }
  const checkpoint: ExprNode = {
    type: 'AccessAttribute',
    name: 'none',
    base: {type: 'Value', value: constant},
  }
  const mark = (node: ExprNode): ExprNode | undefined => {
    switch (node.type) {
      case 'Filter':
      case 'Map':
      case 'FlatMap': {
        const inner = mapMembers(node, mark)
        return {...inner, expr: coalesceNode(checkpoint, inner.expr)}
      }
      case 'Asc':
      case 'Desc':
        return {...node, base: coalesceNode(checkpoint, mapMembers(node, mark).base)}
      default:
        return undefined
    }
  }
  return mark(tree) ?? mapMembers(tree, mark)
}
