import {Path} from 'groq-js'
import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {COMPILED_FUNCTIONS} from './compiledFunctions.ts'
import {COMPILED_OPERATORS, isEqual} from './compiledOperators.ts'
import {compileMatch} from './compileMatch.ts'
import {constantOf} from './constantOf.ts'

/** The value of an expression for a document, as groq-js gives it: JSON, and null for what is not there. */
type Compiled = (document: LakeDocument) => unknown

/**
 * Compiles a condition on a document into a function that says whether groq-js would find it true; nothing for what
 * goes beyond comparisons of members. It is several times quicker than walking the syntax tree.
 */
export function compileFilter(
  filter: ExprNode,
  params: JsonObject,
): ((document: LakeDocument) => boolean) | undefined {
  const compiled = compile(filter, params)
  return compiled && ((document) => compiled(document) === true)
}

function compile(node: ExprNode, params: JsonObject): Compiled | undefined {
  switch (node.type) {
    case 'Group':
      return compile(node.base, params)
    case 'Value':
    case 'Parameter': {
      const value = node.type === 'Value' ? constantOf(node, params) : params[node.name]
      const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value)
      return isPlain ? () => value : undefined
    }
    case 'AccessAttribute': {
      const {name} = node
      if (!node.base) return (document) => memberOf(document, name)
      const base = compile(node.base, params)
      return base && ((document) => memberOf(base(document), name))
    }
    case 'And':
    case 'Or':
      return both(node, params, node.type === 'And' ? and : or)
    case 'Not': {
      const base = compile(node.base, params)
      return base && ((document) => not(base(document)))
    }
    case 'OpCall':
      return compileOperator(node, params)
    case 'FuncCall':
      return compileCall(node, params)
    case 'Select':
      return compileSelect(node, params)
    default:
      return undefined
  }
}

function both(
  {left, right}: {left: ExprNode; right: ExprNode},
  params: JsonObject,
  combine: (left: unknown, right: unknown) => unknown,
): Compiled | undefined {
  const [first, second] = [compile(left, params), compile(right, params)]
  return first && second && ((document) => combine(first(document), second(document)))
}

function memberOf(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

// Three truths: what is no boolean is unknown (GROQ specification, And, Or and Not).
function and(left: unknown, right: unknown): unknown {
  if (left === false || right === false) return false
  return typeof left === 'boolean' && typeof right === 'boolean' ? true : null
}

function or(left: unknown, right: unknown): unknown {
  if (left === true || right === true) return true
  return typeof left === 'boolean' && typeof right === 'boolean' ? false : null
}

function not(value: unknown): unknown {
  return typeof value === 'boolean' ? !value : null
}

function compileOperator(
  node: Extract<ExprNode, {type: 'OpCall'}>,
  params: JsonObject,
): Compiled | undefined {
  const combine = COMPILED_OPERATORS[node.op]
  if (combine) return both(node, params, combine)
  if (node.op === 'match') {
    const value = compile(node.left, params)
    const test = compileMatch(constantOf(node.right, params))
    return value && test && ((document) => test(value(document)))
  }
  const left = node.op === 'in' ? compile(node.left, params) : undefined
  if (!left) return undefined
  const pattern = pathPattern(node.right, params)
  if (pattern) {
    return (document) => {
      const value = left(document)
      return typeof value === 'string' ? pattern.matches(value) : null
    }
  }
  const list = constantOf(node.right, params)
  if (Array.isArray(list)) return (document) => isAmong(left(document), list)
  const right = compile(node.right, params)
  return (
    right &&
    ((document) => {
      const value = right(document)
      return Array.isArray(value) ? isAmong(left(document), value) : null
    })
  )
}

function isAmong(value: unknown, list: readonly unknown[]): boolean {
  return list.some((item) => isEqual(value, item ?? null))
}

function pathPattern(node: ExprNode, params: JsonObject): Path | undefined {
  if (node.type === 'Group') return pathPattern(node.base, params)
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'path') return undefined
  const text = node.args[0] && constantOf(node.args[0], params)
  return typeof text === 'string' ? new Path(text) : undefined
}

function compileCall(
  {namespace, name, args}: Extract<ExprNode, {type: 'FuncCall'}>,
  params: JsonObject,
): Compiled | undefined {
  const compute = COMPILED_FUNCTIONS[`${namespace}::${name}`]
  const value = args.length === 1 && args[0] ? compile(args[0], params) : undefined
  return compute && value && ((document) => compute(value(document)))
}

function compileSelect(
  {alternatives, fallback}: Extract<ExprNode, {type: 'Select'}>,
  params: JsonObject,
): Compiled | undefined {
  const otherwise = fallback ? compile(fallback, params) : () => null
  return alternatives.reduceRight<Compiled | undefined>((rest, {condition, value}) => {
    const [test, result] = [compile(condition, params), compile(value, params)]
    return rest && test && result && ((document) => (test(document) === true ? result : rest)(document))
  }, otherwise)
}
