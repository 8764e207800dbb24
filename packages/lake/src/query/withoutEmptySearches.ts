import type {ExprNode} from 'groq-js'
import {mapTree} from './mapTree.ts'

const TRUE: ExprNode = {type: 'Value', value: true}

/**
 * Leaves out of filters over all documents what holds for each: `[@, _id] match "*"`, since every id has a word. The
 * Studio asks so for its lists when nothing is searched for, and each document would be read and taken apart for it.
 */
export function withoutEmptySearches(tree: ExprNode): ExprNode {
  const simplify = (node: ExprNode): ExprNode | undefined => {
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return undefined
    return {...node, expr: simplified(mapTree(node.expr, simplify))}
  }
  return mapTree(tree, simplify)
}

function simplified(filter: ExprNode): ExprNode {
  switch (filter.type) {
    case 'Group': {
      const base = simplified(filter.base)
      return base === TRUE ? TRUE : {...filter, base}
    }
    case 'And': {
      const [left, right] = [simplified(filter.left), simplified(filter.right)]
      if (left === TRUE) return right
      return right === TRUE ? left : {...filter, left, right}
    }
    case 'Or': {
      const [left, right] = [simplified(filter.left), simplified(filter.right)]
      return left === TRUE || right === TRUE ? TRUE : {...filter, left, right}
    }
    default:
      return isEmptySearch(filter) ? TRUE : filter
  }
}

function isEmptySearch(node: ExprNode): boolean {
  if (node.type !== 'OpCall' || node.op !== 'match') return false
  const {left, right} = node
  return right.type === 'Value' && right.value === '*' && left.type === 'Array' && left.elements.some(isId)
}

function isId({value, isSplat}: {value: ExprNode; isSplat: boolean}): boolean {
  return !isSplat && value.type === 'AccessAttribute' && !value.base && value.name === '_id'
}
