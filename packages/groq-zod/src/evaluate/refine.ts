import type {ExprNode} from 'groq-js'
import type {Type} from '../types/type.ts'
import {members, unionOf, withoutNull} from '../types/union.ts'
import {keepEqualTo, keepLiterals, literalItems} from './literals.ts'
import {refinePath} from './refinePath.ts'
import type {Scope} from './scope.ts'

/** What the truth of a condition says of one member: fields that cannot be null, values that are fixed. */
export function refine(member: Type, condition: ExprNode, scope: Scope): Type {
  switch (condition.type) {
    case 'Group':
      return refine(member, condition.base, scope)
    case 'AccessAttribute':
      return refinePath(member, condition, scope, (value) => keepLiterals(value, [true]))
    case 'Not': {
      const inner = ungroup(condition.base)
      const [argument] = inner.type === 'FuncCall' && inner.name === 'defined' ? inner.args : []
      return argument ? refinePath(member, argument, scope, onlyNull) : member
    }
    case 'FuncCall': {
      const [argument] = condition.args
      return condition.name === 'defined' && argument
        ? refinePath(member, argument, scope, withoutNull)
        : member
    }
    case 'OpCall':
      return refineComparison(member, condition, scope)
    default:
      return member
  }
}

function refineComparison(member: Type, node: Extract<ExprNode, {type: 'OpCall'}>, scope: Scope): Type {
  const {left, op, right} = node
  switch (op) {
    case '==': {
      if (isNull(right)) return refinePath(member, left, scope, onlyNull)
      if (isNull(left)) return refinePath(member, right, scope, onlyNull)
      const refined = refinePath(member, left, scope, keepEqualTo(right))
      return unionOf(members(refined).map((one) => refinePath(one, right, scope, keepEqualTo(left))))
    }
    case '!=':
      if (isNull(right)) return refinePath(member, left, scope, withoutNull)
      return isNull(left) ? refinePath(member, right, scope, withoutNull) : member
    case '<':
    case '<=':
    case '>':
    case '>=': {
      // A comparison is null, not true, when a side is null.
      const refined = refinePath(member, countedOrSelf(left), scope, withoutNull)
      return unionOf(members(refined).map((one) => refinePath(one, countedOrSelf(right), scope, withoutNull)))
    }
    case 'match':
      return refinePath(member, left, scope, withoutNull)
    case 'in': {
      const values = literalItems(right)
      return values ? refinePath(member, left, scope, (value) => keepLiterals(value, values)) : member
    }
    default:
      return member
  }
}

function ungroup(node: ExprNode): ExprNode {
  return node.type === 'Group' ? ungroup(node.base) : node
}

function onlyNull(type: Type): Type {
  return unionOf(members(type).filter((one) => one.kind === 'null' || one.kind === 'unknown'))
}

function isNull(node: ExprNode): boolean {
  return node.type === 'Value' && node.value === null
}

/** In `count(x) > 0` the fact is about `x`. */
function countedOrSelf(node: ExprNode): ExprNode {
  if (node.type === 'FuncCall' && (node.name === 'count' || node.name === 'length'))
    return node.args[0] ?? node
  return node
}
