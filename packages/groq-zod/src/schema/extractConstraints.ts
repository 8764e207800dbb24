import type {ConstraintRule, Constraints} from './constraints.ts'
import {recordRules} from './recordRules.ts'

/** The part of a compiled Sanity type that rules are read from. */
interface CompiledType {
  readonly name: string
  readonly jsonType?: string
  readonly type?: CompiledType | null
  readonly fields?: readonly {readonly name: string; readonly type: CompiledType}[]
  readonly of?: readonly CompiledType[]
  readonly validation?: unknown
  readonly options?: unknown
}

/** A compiled schema, as `Schema.compile` of `@sanity/schema` or `createSchema` of `sanity` gives it. */
export interface CompiledSchema {
  getTypeNames(): string[]
  get(name: string): unknown
}

type Rules = Record<string, ConstraintRule[]>

/**
 * Reads from a compiled schema what its extract loses: bounds, patterns, closed lists and what is required, as far as
 * Sanity's validation makes an error of it. Warnings and custom functions are left out.
 *
 * @example
 * ```ts
 * const schema = Schema.compile({name: 'default', types: [...builtinTypes, ...schemaTypes]})
 * writeFileSync('constraints.json', JSON.stringify(extractConstraints(schema), null, 2))
 * ```
 */
export function extractConstraints(schema: CompiledSchema): Constraints {
  // Core types (string, object, block, …) have no type of their own; what extends them in place has no name.
  const names = new Set(
    schema.getTypeNames().filter((name) => {
      const type: unknown = schema.get(name)
      return isCompiledType(type) && type.type !== null && type.type !== undefined
    }),
  )
  const types: Record<string, Rules> = {}
  for (const name of [...names].toSorted()) {
    const type: unknown = schema.get(name)
    if (!isCompiledType(type)) continue
    const rules: Rules = {}
    readType(type, '', rules, names)
    if (Object.keys(rules).length > 0) types[name] = rules
  }
  return {version: 1, types}
}

function isCompiledType(value: unknown): value is CompiledType {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}

function readType(type: CompiledType, path: string, rules: Rules, names: ReadonlySet<string>): void {
  const own = recordRules(type)
  if (own.length > 0 || (isAlias(type, names) && path !== '')) rules[path] = own
  const isNamed = path !== '' && type.type !== null && type.type !== undefined && names.has(type.type.name)
  if (isNamed) return
  for (const field of fieldsOf(type)) {
    readType(field.type, path === '' ? field.name : `${path}.${field.name}`, rules, names)
  }
  for (const item of type.of ?? []) {
    const named = item.type && names.has(item.type.name) ? item.type.name : item.name
    const label = item.jsonType === 'object' && named !== 'object' ? named : ''
    readType(item, `${path}[${label}]`, rules, names)
  }
  const items = closedItems(type)
  if (items) rules[`${path}[]`] = [...(rules[`${path}[]`] ?? []), {rule: 'oneOf', values: items}]
}

/** A field of a named string, number or array: its own rules replace those of the named type, even by none. */
function isAlias(type: CompiledType, names: ReadonlySet<string>): boolean {
  const isNamed = type.type !== null && type.type !== undefined && names.has(type.type.name)
  return isNamed && type.jsonType !== 'object'
}

/** A field of a type that extends another has the fields of both. */
function fieldsOf(type: CompiledType): readonly {readonly name: string; readonly type: CompiledType}[] {
  return type.jsonType === 'object' ? (type.fields ?? []) : []
}

/** A list of options on an array closes the list of its items. */
function closedItems(type: CompiledType): (string | number)[] | undefined {
  if (type.jsonType !== 'array') return undefined
  const rule = recordRules(type).find((one) => one.rule === 'oneOf')
  return rule?.rule === 'oneOf' ? [...rule.values] : undefined
}
