import {Schema} from '@sanity/schema'
import {builtinTypes, extractSchema} from '@sanity/schema/_internal'
import type {Schema as CompiledSanitySchema} from '@sanity/types'
import {extractConstraints} from '../src/schema/extractConstraints.ts'
import {parseConstraints} from '../src/schema/parseConstraints.ts'
import {parseSchema} from '../src/schema/parseSchema.ts'
import {schemaTypes} from './schemaTypes.ts'

/** The schema of the fixtures, compiled as a Studio does. */
const compiled = Schema.compile({name: 'fixture', types: [...builtinTypes, ...schemaTypes]})

export const compiledSchema: CompiledSanitySchema = {
  name: compiled.name,
  _registry: compiled._registry,
  get: (name) => compiled.get(name),
  has: (name) => compiled.has(name),
  getTypeNames: () => compiled.getTypeNames(),
  getLocalTypeNames: () => compiled.getLocalTypeNames(),
}

/** What `sanity schema extract --enforce-required-fields` writes of it. */
export const schemaText = JSON.stringify(extractSchema(compiledSchema, {enforceRequiredFields: true}))

export const schemaFile = parseSchema(schemaText, 'schema.json')

export const constraints = parseConstraints(
  JSON.stringify(extractConstraints(compiledSchema)),
  'constraints.json',
)
