import {codeFrame} from './diagnostics/codeFrame.ts'
import type {Diagnostic} from './diagnostics/Diagnostic.ts'
import {diagnose} from './diagnostics/diagnose.ts'
import type {EmitOptions} from './emit/EmitOptions.ts'
import {DEFAULT_EMIT_OPTIONS} from './emit/EmitOptions.ts'
import {emitModules} from './emit/emitModules.ts'
import type {EvaluatedQuery} from './emit/emitQueryModule.ts'
import {TypeNames} from './emit/TypeNames.ts'
import {evaluateQuery} from './evaluate/evaluateQuery.ts'
import type {QueryType} from './evaluate/evaluateQuery.ts'
import type {FoundQuery} from './find/findQueries.ts'
import {requireUniqueNames} from './find/findQueries.ts'
import type {ParsedQuery} from './find/parseQuery.ts'
import {parseQuery} from './find/parseQuery.ts'
import type {Constraints} from './schema/constraints.ts'
import {NO_CONSTRAINTS} from './schema/constraints.ts'
import type {Perspective} from './schema/SchemaModel.ts'
import {SchemaModel} from './schema/SchemaModel.ts'
import type {SchemaFile} from './schema/schemaNode.ts'
import type {Type} from './types/type.ts'

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
export async function generate(input: GenerateInput): Promise<Generated> {
  const constraints = input.constraints ?? NO_CONSTRAINTS
  const models: Record<Perspective, SchemaModel> = {
    published: new SchemaModel(input.schema, constraints, 'published'),
    drafts: new SchemaModel(input.schema, constraints, 'drafts'),
  }
  requireUniqueNames(input.queries)
  const sorted = input.queries.toSorted((left, right) => (left.name < right.name ? -1 : 1))
  const diagnostics: Diagnostic[] = []
  const evaluated: EvaluatedQuery[] = []
  for (const query of sorted) {
    const parsed = parseQuery(query, (offset) => codeFrame(query.text.text, offset))
    const types = {
      published: withSliceParams(evaluateQuery(parsed.ast, models.published), parsed),
      drafts: withSliceParams(evaluateQuery(parsed.ast, models.drafts), parsed),
    }
    diagnostics.push(...diagnose(query, parsed, types.published, models.published))
    evaluated.push({name: query.name, query: query.text.text, types})
  }
  const names = new TypeNames(input.schema.map((entry) => entry.name))
  const options = {...DEFAULT_EMIT_OPTIONS, ...input.options}
  return {files: await emitModules(evaluated, models, names, options), diagnostics}
}

/** The bounds of slices are numbers. */
function withSliceParams(type: QueryType, {sliceParams}: ParsedQuery): QueryType {
  const number: Type = {kind: 'number'}
  const others = type.params.filter(([name]) => !sliceParams.includes(name))
  const bounds = sliceParams.map((name): [string, Type] => [name, number])
  return {...type, params: [...others, ...bounds].toSorted(([left], [right]) => (left < right ? -1 : 1))}
}
