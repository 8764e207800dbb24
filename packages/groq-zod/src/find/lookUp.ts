import type {Expression} from 'oxc-parser'
import type {Binding, SourceModule, SourceModules} from './SourceModules.ts'

/** An expression and the module it stands in. */
export interface Found {
  readonly node: Expression
  readonly module: SourceModule
}

/** The constant that a name means, through imports and re-exports. */
export function lookUp(name: string, module: SourceModule, modules: SourceModules): Found | undefined {
  const binding = module.bindings.get(name)
  return binding && follow(binding, module, modules, new Set())
}

function follow(
  binding: Binding,
  module: SourceModule,
  modules: SourceModules,
  visited: Set<string>,
): Found | undefined {
  if (binding.kind === 'value') return {node: binding.node, module}
  const file = modules.resolveImport(module.file, binding.from)
  return file === undefined ? undefined : exported(binding.name, modules.get(file), modules, visited)
}

function exported(
  name: string,
  module: SourceModule,
  modules: SourceModules,
  visited: Set<string>,
): Found | undefined {
  const key = `${module.file} ${name}`
  if (visited.has(key)) return undefined
  visited.add(key)
  const target = module.exports.get(name)
  const binding = typeof target === 'object' ? target : module.bindings.get(target ?? name)
  if (binding) return follow(binding, module, modules, visited)
  for (const from of module.exportAll) {
    const file = modules.resolveImport(module.file, from)
    const found = file === undefined ? undefined : exported(name, modules.get(file), modules, visited)
    if (found) return found
  }
  return undefined
}

/** The member of a constant object. */
export function lookUpMember(
  node: Extract<Expression, {type: 'MemberExpression'}>,
  module: SourceModule,
  modules: SourceModules,
): Found | undefined {
  if (node.object.type !== 'Identifier') return undefined
  const found = lookUp(node.object.name, module, modules)
  const object = found && unwrap(found.node)
  const name = propertyName(node)
  if (!found || object?.type !== 'ObjectExpression' || name === undefined) return undefined
  for (const property of object.properties) {
    if (property.type === 'Property' && keyName(property.key) === name && isPlain(property.value)) {
      return {node: property.value, module: found.module}
    }
  }
  return undefined
}

function unwrap(node: Expression): Expression {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression'
    ? unwrap(node.expression)
    : node
}

function propertyName(node: Extract<Expression, {type: 'MemberExpression'}>): string | undefined {
  if (node.property.type === 'Identifier' && !node.computed) return node.property.name
  return node.property.type === 'Literal' && typeof node.property.value === 'string'
    ? node.property.value
    : undefined
}

/** The name of a property's key, where it is fixed. */
export function keyName(key: {type: string; name?: unknown; value?: unknown}): string | undefined {
  if (key.type === 'Identifier' && typeof key.name === 'string') return key.name
  return typeof key.value === 'string' ? key.value : undefined
}

function isPlain(node: {type: string}): node is Expression {
  return !node.type.endsWith('Pattern')
}
