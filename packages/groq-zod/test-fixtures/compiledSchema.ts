import {Schema} from '@sanity/schema'
import {builtinTypes, extractSchema} from '@sanity/schema/_internal'
import {extractConstraints} from '../src/schema/extractConstraints.ts'
import {parseConstraints} from '../src/schema/parseConstraints.ts'
import {parseSchema} from '../src/schema/parseSchema.ts'
import {schemaTypes} from './schemaTypes.ts'

/** The schema of the fixtures, compiled as a Studio does. */
export const compiledSchema = Schema.compile({name: 'fixture', types: [...builtinTypes, ...schemaTypes]})

/** What `sanity schema extract --enforce-required-fields` writes of it. */
export const schemaText = JSON.stringify(extractSchema(compiledSchema, {enforceRequiredFields: true}))

export const schemaFile = parseSchema(schemaText, 'schema.json')

export const constraints = parseConstraints(
  JSON.stringify(extractConstraints(compiledSchema)),
  'constraints.json',
)
