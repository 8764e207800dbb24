import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import {isScalar} from '../store/FieldValue.ts'
import type {Scalar} from '../store/FieldValue.ts'
import {attributePath} from './attributePaths.ts'
import {constantOf} from './constantOf.ts'

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>='])

/** What an expression may read, and what it compares that with. */
export type Compared = {
  paths: readonly string[]
  params: JsonObject
  /** Hears of each constant that is no null, with the path that is compared with it. */
  onConstant?: (path: string, constant: Scalar) => void
}

/**
 * True for an expression that looks at a document only to compare some members with constants, or to see whether they are
 * there: its value is the same for all documents of which those comparisons are. Lists and objects count as one value.
 */
export function isComparison(node: ExprNode, compared: Compared): boolean {
  const isOne = (inner: ExprNode): boolean => isComparison(inner, compared)
  switch (node.type) {
    case 'Group':
    case 'Not':
      return isOne(node.base)
    case 'Value':
    case 'Parameter':
      return isPlain(constantOf(node, compared.params))
    case 'And':
    case 'Or':
      return isOne(node.left) && isOne(node.right)
    case 'OpCall':
      return isComparing(node, compared)
    case 'FuncCall': {
      const [value] = node.args
      return isNamed(node, 'defined') && value !== undefined && (isText(value, compared) || isOne(value))
    }
    case 'Select':
      return (
        node.alternatives.every(({condition, value}) => isOne(condition) && isOne(value)) &&
        (!node.fallback || isOne(node.fallback))
      )
    default:
      return false
  }
}

function isComparing({op, left, right}: Extract<ExprNode, {type: 'OpCall'}>, compared: Compared): boolean {
  if (op === 'in') {
    const list = constantOf(right, compared.params)
    return Array.isArray(list) && isWith(left, list, compared)
  }
  if (!COMPARISONS.has(op)) return false
  return (
    isWith(left, [constantOf(right, compared.params)], compared) ||
    isWith(right, [constantOf(left, compared.params)], compared) ||
    (isComparison(left, compared) && isComparison(right, compared))
  )
}

function isWith(node: ExprNode, constants: readonly unknown[], {paths, onConstant}: Compared): boolean {
  const path = attributePath(node)
  if (path === undefined || !paths.includes(path) || !constants.every(isPlain)) return false
  for (const constant of constants) if (isScalar(constant)) onConstant?.(path, constant)
  return true
}

/** A member, or `string()` of it, which is there for every value that is no list or object. */
function isText(node: ExprNode, compared: Compared): boolean {
  const path = attributePath(node)
  if (path !== undefined) return compared.paths.includes(path)
  const [value] = node.type === 'FuncCall' && isNamed(node, 'string') ? node.args : []
  return value !== undefined && isText(value, compared)
}

function isNamed({namespace, name, args}: Extract<ExprNode, {type: 'FuncCall'}>, wanted: string): boolean {
  return namespace === 'global' && name === wanted && args.length === 1
}

function isPlain(value: unknown): value is Scalar | null {
  return value === null || isScalar(value)
}
