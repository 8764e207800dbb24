import type {ExprNode} from 'groq-js'
import type {Type} from '../types/type.ts'
import {members, unionOf} from '../types/union.ts'

export type Literal = string | number | boolean

export function literalOf(node: ExprNode): Literal | undefined {
  if (node.type === 'Group') return literalOf(node.base)
  if (node.type !== 'Value') return undefined
  const value: unknown = node.value
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined
}

export function literalItems(node: ExprNode): Literal[] | undefined {
  if (node.type !== 'Array') return undefined
  const values = node.elements.map((element) => (element.isSplat ? undefined : literalOf(element.value)))
  return values.every((value) => value !== undefined) ? values : undefined
}

export function keepEqualTo(other: ExprNode): (value: Type) => Type {
  const literal = literalOf(other)
  return literal === undefined ? (value) => value : (value) => keepLiterals(value, [literal])
}

export function keepLiterals(type: Type, literals: readonly Literal[]): Type {
  return unionOf(members(type).flatMap((member) => literals.flatMap((literal) => meet(member, literal))))
}

function meet(type: Type, literal: Literal): Type[] {
  if (type.kind === 'unknown') return [type]
  if (type.kind === 'string' && typeof literal === 'string') {
    return type.value === undefined || type.value === literal ? [{kind: 'string', value: literal}] : []
  }
  if (type.kind === 'number' && typeof literal === 'number') {
    return type.value === undefined || type.value === literal ? [{kind: 'number', value: literal}] : []
  }
  if (type.kind === 'boolean' && typeof literal === 'boolean') {
    return type.value === undefined || type.value === literal ? [{kind: 'boolean', value: literal}] : []
  }
  return []
}
