import type {ExprNode} from 'groq-js'
import type {Field, Type} from '../types/type.ts'
import {NEVER, NULL} from '../types/type.ts'
import {members, nullable, typeKey, unionOf, withoutNull} from '../types/union.ts'
import type {Truth} from './truth.ts'
import {truthOf} from './truth.ts'
import {nest, narrowed} from './scope.ts'
import type {Scope} from './scope.ts'

/** What a condition can come to, and what is known of the value where it holds. */
export interface Outcome {
  readonly truth: Truth
  /** The value of the scope, where the condition is true. */
  readonly value: Type
}

/** Looks at a condition once: each part of a chain of `&&` is only looked at where the parts before it hold. */
export function where(condition: ExprNode, scope: Scope): Outcome {
  if (condition.type === 'Group') return where(condition.base, scope)
  if (condition.type === 'And') {
    const left = where(condition.left, scope)
    if (!left.truth.true && !left.truth.null)
      return {truth: {true: false, false: true, null: false}, value: NEVER}
    const right = where(condition.right, narrowed(scope, left.truth.true ? left.value : scope.value))
    return {truth: bothOf(left.truth, right.truth), value: left.truth.true ? right.value : NEVER}
  }
  const truth = truthOf(scope.run.evaluate(condition, scope))
  const list = members(scope.value)
  const [only] = list
  if (list.length === 1 && only) return {truth, value: held(only, condition, truth, scope)}
  const values = list.map((member) => {
    const inner = narrowed(scope, member)
    return held(member, condition, truthOf(scope.run.evaluate(condition, inner)), inner)
  })
  return {truth, value: unionOf(values)}
}

function bothOf(left: Truth, right: Truth): Truth {
  return {
    true: left.true && right.true,
    false: left.false || left.null || (left.true && right.false),
    null: left.null || (left.true && right.null),
  }
}

function held(member: Type, condition: ExprNode, truth: Truth, scope: Scope): Type {
  if (!truth.true) return NEVER
  return truth.false || truth.null ? refine(member, condition, scope) : member
}

/** The items of an array that a filter lets through. */
export function narrowItems(items: Type, condition: ExprNode, scope: Scope): Type {
  return unionOf(members(items).map((member) => where(condition, nest(scope, member)).value))
}

/** The scope in which a condition is known not to hold; `truth` is what it comes to in the scope as it is. */
export function scopeUnless(scope: Scope, condition: ExprNode, truth: Truth): Scope {
  const list = members(scope.value)
  if (list.length < 2) return truth.false || truth.null ? scope : narrowed(scope, NEVER)
  const kept = list.filter((member) => {
    const own = truthOf(scope.run.evaluate(condition, narrowed(scope, member)))
    return own.false || own.null
  })
  return narrowed(scope, unionOf(kept))
}

type Restrict = (value: Type) => Type

function refine(member: Type, condition: ExprNode, scope: Scope): Type {
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

type Literal = string | number | boolean

function literalOf(node: ExprNode): Literal | undefined {
  if (node.type === 'Group') return literalOf(node.base)
  if (node.type !== 'Value') return undefined
  const value: unknown = node.value
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined
}

function literalItems(node: ExprNode): Literal[] | undefined {
  if (node.type !== 'Array') return undefined
  const values = node.elements.map((element) => (element.isSplat ? undefined : literalOf(element.value)))
  return values.every((value) => value !== undefined) ? values : undefined
}

function keepEqualTo(other: ExprNode): Restrict {
  const literal = literalOf(other)
  return literal === undefined ? (value) => value : (value) => keepLiterals(value, [literal])
}

function keepLiterals(type: Type, literals: readonly Literal[]): Type {
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

/** The field names of `a.b.c` read from the value itself; nothing for any other expression. */
function pathOf(node: ExprNode): string[] | undefined {
  if (node.type === 'Group') return pathOf(node.base)
  if (node.type === 'This') return []
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base) return [node.name]
  const base = pathOf(node.base)
  return base && [...base, node.name]
}

function refinePath(type: Type, node: ExprNode, scope: Scope, restrict: Restrict): Type {
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
