import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import type {Schema as CompiledSchema, SchemaTypeDefinition} from '@sanity/types'
import {schemaTypes} from './schemaTypes.ts'

type Compiled = ReturnType<typeof Schema.compile>

/** Compiles types together with Sanity's own (images, files, slugs, assets), as a Studio does. */
export function compileSchema(types: readonly SchemaTypeDefinition[] = schemaTypes): CompiledSchema {
  const compiled = Schema.compile({name: 'spine', types: [...builtinTypes, ...types]})
  if (!standsAlone(compiled)) throw new TypeError('The schema must be compiled without a parent schema.')
  return compiled
}

// The class says `parent: Schema | undefined`, Sanity's interface `parent?: Schema`; this one has none.
function standsAlone(schema: Compiled): schema is Compiled & CompiledSchema {
  return schema.parent === undefined
}
