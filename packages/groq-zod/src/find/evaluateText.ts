import type {Expression} from 'oxc-parser'
import {GroqZodError} from '../GroqZodError.ts'
import {lookUp, lookUpMember} from './lookUp.ts'
import type {SourceModule, SourceModules} from './SourceModules.ts'
import type {TextPiece} from './StaticText.ts'
import {placeAt} from './StaticText.ts'

type Argument = {readonly node: Expression; readonly module: SourceModule; readonly locals: Locals}
type Locals = ReadonlyMap<string, Argument>

const NO_LOCALS: Locals = new Map()

/**
 * Evaluates an expression to text without running it: literals, templates, sums, constants of this and other files,
 * members of constant objects, and functions that only return such text.
 *
 * @throws {@link GroqZodError} `query-not-static` naming the place that only a run could tell.
 */
export function evaluateText(node: Expression, module: SourceModule, modules: SourceModules): TextPiece[] {
  return evaluateIn(node, module, modules, NO_LOCALS, 0)
}

function evaluateIn(
  node: Expression,
  module: SourceModule,
  modules: SourceModules,
  locals: Locals,
  depth: number,
): TextPiece[] {
  // A constant that refers to itself through imports would never end.
  if (depth > 100) return fail(node, module, 'refers to itself')
  const go = (inner: Expression): TextPiece[] => evaluateIn(inner, module, modules, locals, depth + 1)
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string')
        return [{text: node.value, file: module.file, offset: node.start + 1}]
      if (typeof node.value === 'number')
        return [{text: String(node.value), file: module.file, offset: node.start}]
      return fail(node, module, 'is no text')
    case 'TemplateLiteral':
      return node.quasis.flatMap((quasi, index) => {
        const value = node.expressions[index]
        const text = {text: quasi.value.cooked ?? quasi.value.raw, file: module.file, offset: quasi.start + 1}
        return value ? [text, ...go(value)] : [text]
      })
    case 'TaggedTemplateExpression':
      return go(node.quasi)
    case 'BinaryExpression':
      if (node.operator !== '+') return fail(node, module, 'is no sum of texts')
      return [...go(node.left), ...go(node.right)]
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return go(node.expression)
    case 'Identifier': {
      const local = locals.get(node.name)
      if (local) return evaluateIn(local.node, local.module, modules, local.locals, depth + 1)
      const found = lookUp(node.name, module, modules)
      return found
        ? evaluateIn(found.node, found.module, modules, NO_LOCALS, depth + 1)
        : fail(node, module, 'is no constant of this or an imported file')
    }
    case 'MemberExpression': {
      const found = lookUpMember(node, module, modules)
      return found
        ? evaluateIn(found.node, found.module, modules, NO_LOCALS, depth + 1)
        : fail(node, module, 'is no member of a constant object')
    }
    case 'CallExpression':
      return evaluateCall(node, module, modules, locals, depth)
    default:
      return fail(node, module, `is known only to a run (${node.type})`)
  }
}

function evaluateCall(
  node: Extract<Expression, {type: 'CallExpression'}>,
  module: SourceModule,
  modules: SourceModules,
  locals: Locals,
  depth: number,
): TextPiece[] {
  const [first] = node.arguments
  if (isQueryFunction(node.callee) && first && first.type !== 'SpreadElement') {
    return evaluateIn(first, module, modules, locals, depth + 1)
  }
  const found = node.callee.type === 'Identifier' ? lookUp(node.callee.name, module, modules) : undefined
  const called = found?.node
  if (!found || called?.type !== 'ArrowFunctionExpression' || called.body.type === 'BlockStatement') {
    return fail(node, module, 'is no call of a function that only returns text')
  }
  const given = new Map<string, Argument>()
  for (const [index, param] of called.params.entries()) {
    const argument = node.arguments[index]
    if (param.type === 'AssignmentPattern' && param.left.type === 'Identifier') {
      given.set(param.left.name, {node: param.right, module: found.module, locals: NO_LOCALS})
    }
    const name = param.type === 'AssignmentPattern' ? param.left : param
    if (name.type === 'Identifier' && argument && argument.type !== 'SpreadElement') {
      given.set(name.name, {node: argument, module, locals})
    }
  }
  return evaluateIn(called.body, found.module, modules, given, depth + 1)
}

/** `defineQuery(…)`, however it was imported. */
export function isQueryFunction(callee: Expression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'defineQuery'
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'defineQuery'
  )
}

function fail(node: Expression, module: SourceModule, why: string): never {
  const {line, column} = placeAt(module.file, module.source, node.start)
  const text = module.source.slice(node.start, node.end).split('\n', 1)[0] ?? ''
  throw new GroqZodError(
    'query-not-static',
    `${module.file}:${line}:${column}: the text of a query must be known without running it, but \`${text}\` ${why}. Use parameters ($name) for values, and constants for shared parts.`,
  )
}
