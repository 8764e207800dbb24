import {codeFrame} from './diagnostics/codeFrame.ts'
import type {Diagnostic} from './diagnostics/Diagnostic.ts'
import {diagnose} from './diagnostics/diagnose.ts'
import type {EmitOptions} from './emit/EmitOptions.ts'
import {DEFAULT_EMIT_OPTIONS} from './emit/EmitOptions.ts'
import {emitModules} from './emit/emitModules.ts'
import {formatModules} from './emit/formatModules.ts'
import type {EvaluatedQuery} from './emit/queryText.ts'
import {TypeNames} from './emit/TypeNames.ts'
import type {QueryType} from './evaluate/evaluateQuery.ts'
import {evaluateQuery} from './evaluate/evaluateQuery.ts'
import type {FoundQuery} from './find/findQueries.ts'
import {requireUniqueNames} from './find/findQueries.ts'
import type {ParsedQuery} from './find/parseQuery.ts'
import {parseQuery} from './find/parseQuery.ts'
import type {Generated} from './generate.ts'
import {resultPaths} from './paths/resultPaths.ts'
import type {Constraints} from './schema/constraints.ts'
import {NO_CONSTRAINTS} from './schema/constraints.ts'
import type {Perspective} from './schema/SchemaModel.ts'
import {SchemaModel} from './schema/SchemaModel.ts'
import type {SchemaFile} from './schema/schemaNode.ts'
import type {Type} from './types/type.ts'

interface Evaluated {
  readonly query: EvaluatedQuery
  readonly diagnostics: readonly Diagnostic[]
}

/** Generates modules for one schema, again and again; a query that has not changed is not evaluated again. */
export class Generator {
  readonly #schemaNames: readonly string[]
  readonly #models: Record<Perspective, SchemaModel>
  readonly #options: EmitOptions
  /** Unformatted text to formatted, of the last run. */
  #formatted: ReadonlyMap<string, string> = new Map()
  #evaluated = new Map<string, Evaluated>()

  constructor(input: {schema: SchemaFile; constraints?: Constraints; options?: Partial<EmitOptions>}) {
    const constraints = input.constraints ?? NO_CONSTRAINTS
    this.#schemaNames = input.schema.map((entry) => entry.name)
    this.#models = {
      published: new SchemaModel(input.schema, constraints, 'published'),
      drafts: new SchemaModel(input.schema, constraints, 'drafts'),
    }
    this.#options = {...DEFAULT_EMIT_OPTIONS, ...input.options}
  }

  /** @throws {@link GroqZodError} `duplicate-name`, `query-syntax` */
  async generate(queries: readonly FoundQuery[]): Promise<Generated> {
    requireUniqueNames(queries)
    const known = this.#evaluated
    this.#evaluated = new Map()
    for (const query of queries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      const key = JSON.stringify([query.name, query.place, query.text.pieces])
      this.#evaluated.set(key, known.get(key) ?? this.#evaluate(query))
    }
    const all = [...this.#evaluated.values()]
    const names = new TypeNames(this.#schemaNames)
    const printed = emitModules(
      all.map(({query}) => query),
      this.#models,
      names,
      this.#options,
    )
    const formatted = await formatModules(printed, this.#formatted)
    this.#formatted = formatted.known
    const {files} = formatted
    return {
      files,
      diagnostics: all.flatMap(({diagnostics}) => diagnostics),
      unplacedRules: this.#models.published.unplacedRules(),
    }
  }

  #evaluate(query: FoundQuery): Evaluated {
    const parsed = parseQuery(query, (offset) => codeFrame(query.text.text, offset))
    const types = {
      published: withSliceParams(evaluateQuery(parsed.ast, this.#models.published), parsed),
      drafts: withSliceParams(evaluateQuery(parsed.ast, this.#models.drafts), parsed),
    }
    return {
      query: {name: query.name, query: query.text.text, types, paths: resultPaths(parsed.ast)},
      diagnostics: diagnose(query, parsed, types.published, this.#models.published),
    }
  }
}

/** The bounds of slices are numbers. */
function withSliceParams(type: QueryType, {sliceParams}: ParsedQuery): QueryType {
  const number: Type = {kind: 'number'}
  const others = type.params.filter(([name]) => !sliceParams.includes(name))
  const bounds = sliceParams.map((name): [string, Type] => [name, number])
  return {...type, params: [...others, ...bounds].toSorted(([left], [right]) => (left < right ? -1 : 1))}
}
