import type {ExprNode, OpCallNode} from 'groq-js'
import type {ObjectType, Type} from '../types/type.ts'
import {BOOLEAN, NULL, NUMBER, STRING} from '../types/type.ts'
import {mapMembers, members, nullable, unionOf} from '../types/union.ts'
import {expandMembers} from './access.ts'
import {paramName} from './functionParams.ts'
import {mergeFields} from './mergeFields.ts'
import type {Scope} from './scope.ts'

/** The type of a binary operation. */
export function operatorType(node: OpCallNode, scope: Scope): Type {
  const left = scope.run.evaluate(node.left, scope)
  const right = scope.run.evaluate(node.right, scope)
  noteParams(node, left, right, scope)
  const pairs = (combine: (left: Type, right: Type) => Type): Type =>
    expandMembers(left, scope, (one) => expandMembers(right, scope, (other) => combine(one, other)))
  switch (node.op) {
    case '==':
      return pairs(equality)
    case '!=':
      return mapMembers(pairs(equality), (result) =>
        result.kind === 'boolean' && result.value !== undefined
          ? {kind: 'boolean', value: !result.value}
          : BOOLEAN,
      )
    case '<':
    case '<=':
    case '>':
    case '>=':
      return pairs(order)
    case 'in':
      return pairs((one, other) => inside(one, other, scope))
    case 'match':
      return BOOLEAN
    case '+':
      return pairs((one, other) => plus(one, other, scope))
    case '-':
      return pairs(minus)
    case '*':
      return pairs((one, other) => arithmetic(one, other, false))
    case '/':
    case '%':
      return pairs((one, other) => arithmetic(one, other, !(other.kind === 'number' && other.value)))
    default:
      return pairs((one, other) => arithmetic(one, other, true))
  }
}

function isPrimitive(type: Type): boolean {
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'boolean'
}

/** `==` never gives null: values of two kinds, objects and arrays are simply not equal. */
function equality(left: Type, right: Type): Type {
  if (left.kind === 'unknown' || right.kind === 'unknown') return BOOLEAN
  if (left.kind === 'null' && right.kind === 'null') return {kind: 'boolean', value: true}
  if (left.kind !== right.kind) return {kind: 'boolean', value: false}
  if (left.kind === 'datetime') return BOOLEAN
  if (!isPrimitive(left)) return {kind: 'boolean', value: false}
  const one = 'value' in left ? left.value : undefined
  const other = 'value' in right ? right.value : undefined
  if (one === undefined || other === undefined) return BOOLEAN
  return {kind: 'boolean', value: one === other}
}

function order(left: Type, right: Type): Type {
  if (left.kind === 'unknown' || right.kind === 'unknown') return nullable(BOOLEAN)
  if (left.kind !== right.kind) return NULL
  return isPrimitive(left) || left.kind === 'datetime' ? BOOLEAN : NULL
}

function inside(left: Type, right: Type, scope: Scope): Type {
  if (right.kind === 'unknown') return nullable(BOOLEAN)
  if (right.kind === 'path') {
    if (left.kind === 'unknown') return nullable(BOOLEAN)
    return left.kind === 'string' ? BOOLEAN : NULL
  }
  if (right.kind !== 'array') return NULL
  const can = expandMembers(right.of, scope, (item) => equality(left, item))
  const isNever = members(can).every((one) => one.kind === 'boolean' && one.value === false)
  return isNever ? {kind: 'boolean', value: false} : BOOLEAN
}

function plus(left: Type, right: Type, scope: Scope): Type {
  if (left.kind === 'unknown' || right.kind === 'unknown') {
    return left.kind === 'null' || right.kind === 'null'
      ? NULL
      : {kind: 'unknown', reason: 'a sum with an unknown part'}
  }
  if (left.kind === 'number' && right.kind === 'number') return NUMBER
  if (left.kind === 'string' && right.kind === 'string') {
    const known = left.value !== undefined && right.value !== undefined
    return known ? {kind: 'string', value: `${left.value}${right.value}`} : STRING
  }
  if (left.kind === 'datetime' && right.kind === 'number') return left
  if (left.kind === 'number' && right.kind === 'datetime') return right
  if (left.kind === 'array' && right.kind === 'array')
    return {kind: 'array', of: unionOf([left.of, right.of])}
  if (left.kind === 'object' && right.kind === 'object') return sumOfObjects(left, right, scope)
  return NULL
}

function sumOfObjects(left: ObjectType, right: ObjectType, scope: Scope): Type {
  return mergeFields({kind: 'object', fields: {}}, [left, right], scope)
}

function minus(left: Type, right: Type): Type {
  if (left.kind === 'unknown' || right.kind === 'unknown') {
    return {kind: 'unknown', reason: 'a difference with an unknown part'}
  }
  if (left.kind === 'number' && right.kind === 'number') return NUMBER
  if (left.kind === 'datetime' && right.kind === 'number') return left
  return left.kind === 'datetime' && right.kind === 'datetime' ? NUMBER : NULL
}

/** What is no finite number becomes null, so a division by what may be zero may give null. */
function arithmetic(left: Type, right: Type, mayOverflow: boolean): Type {
  if (!mayBeNumber(left) || !mayBeNumber(right)) return NULL
  const sure = left.kind === 'number' && right.kind === 'number' && !mayOverflow
  return sure ? NUMBER : nullable(NUMBER)
}

function mayBeNumber(type: Type): boolean {
  return type.kind === 'number' || type.kind === 'unknown'
}

/** What an operation says of the parameters that stand beside it. */
function noteParams(node: OpCallNode, left: Type, right: Type, scope: Scope): void {
  const {params} = scope.run
  const leftName = paramName(node.left)
  const rightName = paramName(node.right)
  const note = (name: string | undefined, type: Type, other: ExprNode): void => {
    if (name === undefined) return
    if (other.type === 'Value' && other.value === null) params.noteOptional(name)
    else params.note(name, type)
  }
  switch (node.op) {
    case 'in':
      note(rightName, {kind: 'array', of: left}, node.left)
      for (const item of node.right.type === 'Array' ? node.right.elements : []) {
        note(paramName(item.value), item.isSplat ? {kind: 'array', of: left} : left, node.left)
      }
      note(
        leftName,
        expandMembers(right, scope, (member) => (member.kind === 'array' ? member.of : NULL)),
        node.right,
      )
      return
    case 'match':
      // One pattern, or several that must all match.
      note(rightName, unionOf([STRING, {kind: 'array', of: STRING}]), node.left)
      return
    default:
      note(rightName, left, node.left)
      note(leftName, right, node.right)
  }
}
