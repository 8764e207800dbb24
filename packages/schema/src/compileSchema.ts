import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import type {Schema as CompiledSchema} from '@sanity/types'
import {schemaTypes} from './schemaTypes.ts'

/** Compiles the types together with Sanity's own (images, files, slugs, assets), as a Studio does. */
export function compileSchema(): CompiledSchema {
  const compiled = Schema.compile({name: 'spine', types: [...builtinTypes, ...schemaTypes]})
  // The class has an optional `parent`, which our strict optional properties do not accept; ours has none.
  return {
    name: compiled.name,
    _registry: compiled._registry,
    get: (name) => compiled.get(name),
    has: (name) => compiled.has(name),
    getTypeNames: () => compiled.getTypeNames(),
    getLocalTypeNames: () => compiled.getLocalTypeNames(),
  }
}
