import type {DerefNode, ExprNode, SelectNode, SliceNode} from 'groq-js'
import type {Type} from '../types/type.ts'
import {NULL, NUMBER, BOOLEAN} from '../types/type.ts'
import {members, nullable, unionOf} from '../types/union.ts'
import {accessField, everyDocument, expandMembers, mapArrays} from './access.ts'
import {functionType} from './functions.ts'
import {operatorType} from './operators.ts'
import {pipeType} from './pipe.ts'
import {projectionType} from './projection.ts'
import {narrowItems, scopeUnless, where} from './where.ts'
import {narrowed, nest, nestHidden} from './scope.ts'
import type {Scope} from './scope.ts'
import {truthOf, typeOfTruth} from './truth.ts'

/** The type of any expression; follows groq-js's evaluator case by case. */
export function evaluateNode(node: ExprNode, scope: Scope): Type {
  const {evaluate} = scope.run
  switch (node.type) {
    case 'Everything':
      return {kind: 'array', of: everyDocument(scope)}
    case 'This':
      return scope.value
    case 'Parent':
      return parentType(node.n, scope)
    case 'Group':
      return evaluate(node.base, scope)
    case 'Value':
      return valueType(node.value)
    case 'Parameter':
      scope.run.params.see(node.name)
      return {kind: 'unknown', reason: `the value of $${node.name} comes with the request`, node}
    case 'AccessAttribute':
      return accessField(node.base ? evaluate(node.base, scope) : scope.value, node.name, node, scope)
    case 'AccessElement':
      return mapArrays(evaluate(node.base, scope), scope, (array) => {
        const isSure = node.index >= 0 && node.index < (array.checks?.length ?? array.checks?.min ?? 0)
        return isSure ? array.of : nullable(array.of)
      })
    case 'ArrayCoerce':
      return mapArrays(evaluate(node.base, scope), scope, (array) => array)
    case 'Slice':
      return sliceType(node, scope)
    case 'Filter':
      return mapArrays(evaluate(node.base, scope), scope, (array) => ({
        kind: 'array',
        of: narrowItems(array.of, node.expr, scope),
      }))
    case 'Map':
      return mapArrays(evaluate(node.base, scope), scope, ({of, checks}) => {
        const {unique: _, ...kept} = checks ?? {}
        return {kind: 'array', of: evaluate(node.expr, nestHidden(scope, of)), checks: kept}
      })
    case 'FlatMap':
      return mapArrays(evaluate(node.base, scope), scope, ({of}) => ({
        kind: 'array',
        of: expandMembers(evaluate(node.expr, nestHidden(scope, of)), scope, (inner) =>
          inner.kind === 'array' ? inner.of : inner,
        ),
      }))
    case 'Projection':
      return unionOf(members(evaluate(node.base, scope)).map((member) => projected(member, node.expr, scope)))
    case 'Deref':
      return derefType(node, scope)
    case 'Object':
      return projectionType(node, scope)
    case 'Array':
      return arrayType(node, scope)
    case 'And':
      return typeOfTruth(where(node, scope).truth)
    case 'Or': {
      const left = truthOf(evaluate(node.left, scope))
      if (!left.false && !left.null) return {kind: 'boolean', value: true}
      const right = truthOf(evaluate(node.right, scopeUnless(scope, node.left, left)))
      return typeOfTruth({
        true: left.true || right.true,
        false: left.false && right.false,
        null: left.null || right.null,
      })
    }
    case 'Not': {
      const truth = truthOf(evaluate(node.base, scope))
      return typeOfTruth({true: truth.false, false: truth.true, null: truth.null})
    }
    case 'Neg':
    case 'Pos':
      return expandMembers(evaluate(node.base, scope), scope, (member) => {
        if (member.kind === 'unknown') return nullable(NUMBER)
        return member.kind === 'number' ? NUMBER : NULL
      })
    case 'InRange':
      for (const part of [node.base, node.left, node.right]) evaluate(part, scope)
      return nullable(BOOLEAN)
    case 'OpCall':
      return operatorType(node, scope)
    case 'Select':
      return selectType(node, scope)
    case 'FuncCall':
      return functionType(node, scope)
    case 'PipeFuncCall':
      return pipeType(node, scope)
    case 'Asc':
    case 'Desc':
      evaluate(node.base, scope)
      return NULL
    default:
      return {kind: 'unknown', reason: `${node.type} has no type of its own`, node}
  }
}

function projected(member: Type, node: ExprNode, scope: Scope): Type {
  const expanded = scope.run.model.expand(member)
  if (expanded.kind === 'union') return unionOf(expanded.of.map((one) => projected(one, node, scope)))
  if (expanded.kind === 'unknown') return nullable(scope.run.evaluate(node, nest(scope, expanded)))
  return expanded.kind === 'object' ? scope.run.evaluate(node, nest(scope, member)) : NULL
}

function parentType(count: number, scope: Scope): Type {
  let current: Scope | undefined = scope
  for (let index = 0; index < count && current; index++) current = current.parent
  return current ? current.value : NULL
}

function valueType(value: unknown): Type {
  if (typeof value === 'string') return {kind: 'string', value}
  if (typeof value === 'number') return {kind: 'number', value}
  if (typeof value === 'boolean') return {kind: 'boolean', value}
  if (Array.isArray(value)) return {kind: 'array', of: unionOf(value.map((item: unknown) => valueType(item)))}
  if (typeof value !== 'object' || value === null) return NULL
  const fields = Object.entries(value).map(([name, inner]: [string, unknown]) => [
    name,
    {type: valueType(inner), optional: false},
  ])
  return {kind: 'object', fields: Object.fromEntries(fields)}
}

function sliceType(node: SliceNode, scope: Scope): Type {
  return mapArrays(scope.run.evaluate(node.base, scope), scope, ({of, checks}) =>
    checks?.unique ? {kind: 'array', of, checks: {unique: true}} : {kind: 'array', of},
  )
}

function arrayType(node: Extract<ExprNode, {type: 'Array'}>, scope: Scope): Type {
  const items = node.elements.map((element) => {
    const type = scope.run.evaluate(element.value, scope)
    if (!element.isSplat) return type
    return expandMembers(type, scope, (member) => {
      if (member.kind === 'array') return member.of
      return member.kind === 'unknown' ? member : {kind: 'union', of: []}
    })
  })
  return {kind: 'array', of: unionOf(items)}
}

/** A reference can dangle, so that what it leads to may be null. */
function derefType(node: DerefNode, scope: Scope): Type {
  return expandMembers(scope.run.evaluate(node.base, scope), scope, (member) => {
    if (member.kind === 'unknown') {
      return {kind: 'unknown', reason: 'a dereference of something unknown', node}
    }
    if (member.kind !== 'object') return NULL
    if (member.referenceTo) {
      return nullable(unionOf(member.referenceTo.map((name) => ({kind: 'named', name, keyed: false}))))
    }
    const hasRef = member.open !== undefined || Object.hasOwn(member.fields, '_ref')
    return hasRef
      ? {kind: 'unknown', reason: 'a dereference of what the schema does not call a reference', node}
      : NULL
  })
}

function selectType(node: SelectNode, scope: Scope): Type {
  const outcomes: Type[] = []
  let current = scope
  for (const alternative of node.alternatives) {
    const {truth, value} = where(alternative.condition, current)
    if (truth.true) outcomes.push(scope.run.evaluate(alternative.value, narrowed(current, value)))
    if (!truth.false && !truth.null) return unionOf(outcomes)
    current = scopeUnless(current, alternative.condition, truth)
  }
  outcomes.push(node.fallback ? scope.run.evaluate(node.fallback, narrowed(scope, current.value)) : NULL)
  return unionOf(outcomes)
}
