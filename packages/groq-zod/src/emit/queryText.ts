import type {QueryType} from '../evaluate/evaluateQuery.ts'
import type {ResultPaths} from '../paths/documentPath.ts'
import type {Perspective} from '../schema/SchemaModel.ts'
import type {EmitOptions} from './EmitOptions.ts'
import {LocalShapes} from './LocalShapes.ts'
import {printKey, printString} from './literals.ts'
import {MatcherPrinter} from './MatcherPrinter.ts'
import type {ModuleImports} from './ModuleImports.ts'
import {createImports} from './ModuleImports.ts'
import {pascalCase} from './pascalCase.ts'
import type {PrintContext} from './PrintContext.ts'
import {printObjectSchema, printSchema} from './printSchema.ts'
import {printObjectType, printType} from './printType.ts'
import type {TypesModule} from './TypesModule.ts'

/** A query with its types under both perspectives. */
export interface EvaluatedQuery {
  /** Name in camel case, the name of the module and of its export. */
  readonly name: string
  readonly query: string
  readonly types: Readonly<Record<Perspective, QueryType>>
  /** Where its fields stand in documents, as far as their names do not say it. */
  readonly paths: ResultPaths
}

/** What the modules of a query are made of, as text. */
export interface QueryText {
  readonly name: string
  /** The name with which those of its types begin. */
  readonly base: string
  /** The type of a zod schema without what it takes. */
  readonly zodType: string
  readonly interfaces: readonly string[]
  /** Their names, and those of what the query yields and takes. */
  readonly typeNames: readonly string[]
  readonly results: Readonly<Record<Perspective, string>>
  readonly paramsType: string
  /** The names of parameters as literals. */
  readonly params: string
  readonly typeImports: ModuleImports
  /** Declarations that the schemas need. */
  readonly shapes: readonly string[]
  readonly schemas: Readonly<Record<Perspective, string>>
  readonly schemaImports: ModuleImports
  /** Where fields stand in documents, as a literal; absent where their names say it. */
  readonly paths: string | undefined
  readonly fastPath: FastPath | undefined
}

export interface FastPath {
  /** An expression: the function that matches a result. */
  readonly matcher: string
  readonly declarations: readonly string[]
  readonly imports: ModuleImports
}

/** Prints a query's parts. With light modules each part notes on its own what it imports, else all note it in one. */
export function printQueryText(entry: EvaluatedQuery, types: TypesModule, options: EmitOptions): QueryText {
  const {name} = entry
  const base = pascalCase(name)
  const results = {published: entry.types.published.result, drafts: entry.types.drafts.result}
  const local = new LocalShapes(base, types.names, types.shared)
  local.collect(results.published, types.models.published)
  local.collect(results.drafts, types.models.drafts)
  local.settle()
  const contextsOf = (imports: ModuleImports): Record<Perspective, PrintContext> => ({
    published: types.contextFor('published', imports, local),
    drafts: types.contextFor('drafts', imports, local),
  })
  const isLight = options.lightModules && options.fastPath
  const typeImports = createImports()
  const schemaImports = isLight ? createImports() : typeImports
  const typed = contextsOf(typeImports)
  const checked = contextsOf(schemaImports)
  const {params} = entry.types.published
  return {
    name,
    base,
    zodType: options.zod === 'mini' ? 'z.ZodMiniType' : 'z.ZodType',
    typeNames: [
      ...['DraftsResult', 'Params', 'Result'].map((ending) => base + ending),
      ...local.list.map((shape) => shape.name),
    ],
    interfaces: local.list.map(
      (shape) => `export interface ${shape.name} ${printObjectType(shape.type, typed[shape.perspective])}`,
    ),
    results: {
      published: printType(results.published, typed.published),
      drafts: printType(results.drafts, typed.drafts),
    },
    paramsType: printParamsType(params, typed.published),
    params: params.map(([param]) => printString(param)).join(', '),
    typeImports,
    shapes: local.list.map(({name: shape, type, perspective}) => {
      return `const ${types.names.schemaName(shape)} = ${printObjectSchema(type, checked[perspective])}`
    }),
    schemas: {
      published: printSchema(results.published, checked.published),
      drafts: printSchema(results.drafts, checked.drafts),
    },
    schemaImports,
    paths: Object.keys(entry.paths).length > 0 ? `${JSON.stringify(entry.paths)} as const` : undefined,
    fastPath: options.fastPath ? printFastPath(entry, types, local, schemaImports, options) : undefined,
  }
}

function printParamsType(params: QueryType['params'], context: PrintContext): string {
  const fields = params.map(([param, type]) => {
    const isOptional = type.kind === 'union' && type.of.some((member) => member.kind === 'null')
    return `${printKey(param)}${isOptional ? '?' : ''}: ${printType(type, context)}`
  })
  return fields.length === 0 ? 'Record<string, never>' : `{${fields.join('; ')}}`
}

function printFastPath(
  entry: EvaluatedQuery,
  types: TypesModule,
  local: LocalShapes,
  schemaImports: ModuleImports,
  options: EmitOptions,
): FastPath {
  const imports = options.lightModules ? createImports() : schemaImports
  const context = types.contextFor('published', imports, local)
  // A light module brings all its shapes along: a page loads those of the queries that it runs.
  const printer = new MatcherPrinter(options.lightModules ? {...context, useMatcher: undefined} : context)
  const matcher = printer.matcher(entry.types.published.result)
  types.contextFor('published', schemaImports, local).useShared('fast')
  return {matcher, declarations: printer.declarations, imports}
}
