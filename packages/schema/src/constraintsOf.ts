import type {ObjectField, Schema, SchemaType} from '@sanity/types'
import type {Constraint, SchemaConstraints} from './constraint.ts'
import {readConstraints} from './readConstraints.ts'

/**
 * Reads the constraints of every named type of a compiled schema that is listed.
 *
 * @param schema - a compiled schema
 * @param typeNames - names of the types to read, such as those that we define ourselves
 * @example
 * ```ts
 * constraintsOf(compileSchema(), ['exercise']).types.exercise.difficulty
 * // [{rule: 'required'}, {rule: 'integer'}, {rule: 'min', value: 1}, {rule: 'max', value: 5}]
 * ```
 */
export function constraintsOf(schema: Schema, typeNames: readonly string[]): SchemaConstraints {
  const types: SchemaConstraints['types'] = {}
  for (const name of typeNames) {
    const type = schema.get(name)
    if (type === undefined) throw new TypeError(`The schema has no type "${name}".`)
    types[name] = Object.fromEntries(
      listPaths(type, '', new Set(typeNames)).filter(([, constraints]) => constraints.length > 0),
    )
  }
  return {version: 1, types}
}

type PathConstraints = [path: string, constraints: Constraint[]]

function listPaths(type: SchemaType, path: string, named: ReadonlySet<string>): PathConstraints[] {
  return [[path, readConstraints(type)], ...listInner(type, path, named)]
}

function listInner(type: SchemaType, path: string, named: ReadonlySet<string>): PathConstraints[] {
  if (path !== '' && named.has(type.name)) return []
  if (isArraySchema(type)) {
    return type.of
      .filter((member) => !named.has(member.name) && member.name !== 'block' && member.jsonType !== 'object')
      .flatMap((member) => listPaths(member, `${path}[]`, named))
  }
  if (!isObjectSchema(type) || isReference(type)) return []
  return type.fields.flatMap((field) =>
    listPaths(field.type, path === '' ? field.name : `${path}.${field.name}`, named),
  )
}

function isArraySchema(type: SchemaType): type is SchemaType & {of: SchemaType[]} {
  return type.jsonType === 'array' && 'of' in type && Array.isArray(type.of)
}

function isObjectSchema(type: SchemaType): type is SchemaType & {fields: ObjectField[]} {
  return type.jsonType === 'object' && 'fields' in type && Array.isArray(type.fields)
}

// The chain of base types ends in `null` although Sanity's types say `undefined`.
function isReference(type: SchemaType): boolean {
  return type.name === 'reference' || (type.type != null && isReference(type.type))
}
