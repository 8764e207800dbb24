import type {Diagnostic} from './diagnostics/Diagnostic.ts'
import type {EmitOptions} from './emit/EmitOptions.ts'
import type {FoundQuery} from './find/findQueries.ts'
import {Generator} from './Generator.ts'
import type {Constraints} from './schema/constraints.ts'
import type {SchemaFile} from './schema/schemaNode.ts'

/** What {@link generate} works from. */
export interface GenerateInput {
  readonly schema: SchemaFile
  readonly constraints?: Constraints
  readonly queries: readonly FoundQuery[]
  readonly options?: Partial<EmitOptions>
}

/** The generated modules and what there is to say about the queries. */
export interface Generated {
  /** File name to text, in the order of the names. */
  readonly files: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
  /** Places that the constraints name and the schema does not have, as `article › slug.curent`. */
  readonly unplacedRules: readonly string[]
}

/**
 * Generates a module with validators and types for each query.
 *
 * @throws {@link GroqZodError} `duplicate-name` for two queries of one name, `query-syntax` for GROQ that does not parse.
 * @example
 * ```ts
 * const {files} = await generate({schema, queries: findQueries('src/queries.ts', new SourceModules())})
 * ```
 */
export function generate({queries, ...input}: GenerateInput): Promise<Generated> {
  return new Generator(input).generate(queries)
}
