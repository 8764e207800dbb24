import type {ExprNode} from 'groq-js'
import type {Field, Type} from '../types/type.ts'
import {NEVER, NULL} from '../types/type.ts'
import {members, nullable, typeKey, unionOf} from '../types/union.ts'
import type {Scope} from './scope.ts'

/** What remains of the type of a value, when something is known of it. */
export type Restrict = (value: Type) => Type

/** The field names of `a.b.c` read from the value itself; nothing for any other expression. */
function pathOf(node: ExprNode): string[] | undefined {
  if (node.type === 'Group') return pathOf(node.base)
  if (node.type === 'This') return []
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base) return [node.name]
  const base = pathOf(node.base)
  return base && [...base, node.name]
}

/** Restricts the field that an expression reads; an expression that reads no field restricts nothing. */
export function refinePath(type: Type, node: ExprNode, scope: Scope, restrict: Restrict): Type {
  const path = pathOf(node)
  return path ? refineAt(type, path, scope, restrict) : type
}

function refineAt(type: Type, path: readonly string[], scope: Scope, restrict: Restrict): Type {
  const [name, ...rest] = path
  if (name === undefined) return restrict(type)
  return unionOf(members(type).flatMap((member) => members(refineField(member, name, rest, scope, restrict))))
}

function refineField(
  member: Type,
  name: string,
  rest: readonly string[],
  scope: Scope,
  restrict: Restrict,
): Type {
  const expanded = scope.run.model.expand(member)
  if (expanded.kind === 'union') return refineAt(expanded, [name, ...rest], scope, restrict)
  if (expanded.kind === 'unknown') return member
  if (expanded.kind !== 'object') return members(restrict(NULL)).length === 0 ? NEVER : member
  const field = Object.hasOwn(expanded.fields, name) ? expanded.fields[name] : undefined
  if (!field) return expanded.open || members(restrict(NULL)).length > 0 ? member : NEVER
  const before = field.optional ? nullable(field.type) : field.type
  const after = refineAt(before, rest, scope, restrict)
  if (members(after).length === 0) return NEVER
  if (!field.optional && typeKey(after) === typeKey(before)) return member
  const optional = field.optional && members(after).some((one) => one.kind === 'null')
  const changed: Field = {type: after, optional}
  return {...expanded, fields: {...expanded.fields, [name]: changed}}
}
