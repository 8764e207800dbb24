import type {QueryType} from '../evaluate/evaluateQuery.ts'
import type {ResultPaths} from '../paths/documentPath.ts'
import type {Perspective} from '../schema/SchemaModel.ts'
import type {EmitOptions} from './EmitOptions.ts'
import type {LocalShape} from './LocalShapes.ts'
import {compactGroq} from './compactGroq.ts'
import {LocalShapes} from './LocalShapes.ts'
import {emitLightModule} from './emitLightModule.ts'
import {importLine, printImports} from './moduleText.ts'
import {pascalCase} from './pascalCase.ts'
import {printKey, printString} from './literals.ts'
import {MatcherPrinter} from './MatcherPrinter.ts'
import type {PrintContext} from './PrintContext.ts'
import {printObjectSchema, printSchema} from './printSchema.ts'
import {printObjectType, printType} from './printType.ts'
import type {TypesModule} from './TypesModule.ts'
import {createImports} from './ModuleImports.ts'

/** A query with its types under both perspectives. */
export interface EvaluatedQuery {
  /** Name in camel case, the name of the module and of its export. */
  readonly name: string
  readonly query: string
  readonly types: Readonly<Record<Perspective, QueryType>>
  /** Where its fields stand in documents, as far as their names do not say it. */
  readonly paths: ResultPaths
}

/** The text of one query's modules, not yet formatted. */
export interface QueryModules {
  readonly full: string
  /** The same without zod, where the options ask for it. */
  readonly light: string | undefined
  /** What the light module imports from the one that all share. */
  readonly shared: readonly string[]
}

/** Prints one query's module, and its light one. */
export function emitQueryModule(
  entry: EvaluatedQuery,
  types: TypesModule,
  options: EmitOptions,
): QueryModules {
  const imports = createImports()
  const {name} = entry
  const base = pascalCase(name)
  const local = new LocalShapes(base, types.names, types.shared)
  local.collect(entry.types.published.result, types.models.published)
  local.collect(entry.types.drafts.result, types.models.drafts)
  local.settle()
  const contexts = {
    published: types.contextFor('published', imports, local),
    drafts: types.contextFor('drafts', imports, local),
  }
  const {published, drafts} = contexts
  const shapes = local.list.map((shape) => printShape(shape, contexts[shape.perspective]))
  const zodType = options.zod === 'mini' ? 'z.ZodMiniType' : 'z.ZodType'
  const publishedType = printType(entry.types.published.result, published)
  const draftsType = printType(entry.types.drafts.result, drafts)
  const publishedSchema = printSchema(entry.types.published.result, published)
  const draftsSchema = printSchema(entry.types.drafts.result, drafts)
  const isLight = options.fastPath && options.lightModules
  const lightImports = createImports()
  const matchers = new MatcherPrinter(
    // A light module brings all its functions along: a page loads those of the queries that it runs.
    isLight ? {...types.contextFor('published', lightImports, local), useMatcher: undefined} : published,
  )
  const matcher = options.fastPath ? matchers.matcher(entry.types.published.result) : undefined
  const {declarations} = matchers
  if (matcher !== undefined) published.useShared('fast')
  const params = entry.types.published.params
  const paramFields = params.map(([param, type]) => {
    const isOptional = type.kind === 'union' && type.of.some((member) => member.kind === 'null')
    return `${printKey(param)}${isOptional ? '?' : ''}: ${printType(type, published)}`
  })
  const names = params.map(([param]) => printString(param)).join(', ')
  const light = isLight && matcher !== undefined ? `${name}Light` : undefined
  const hasPaths = Object.keys(entry.paths).length > 0
  const full = [
    [
      printImports(imports, options),
      ...(light === undefined ? [] : importLine([light], `${name}.light`, options)),
    ].join('\n'),
    ...(light === undefined ? [`const query = ${printQuery(entry.query)}`] : []),
    ...(isLight ? [] : declarations),
    ...shapes,
    ...(hasPaths ? [`const paths = ${JSON.stringify(entry.paths)} as const`] : []),
    `/** What \`${name}\` yields of published content. */\nexport type ${base}Result = ${publishedType}`,
    `/** What \`${name}\` yields of drafts: fields that are not filled in yet are null or missing. */\nexport type ${base}DraftsResult = ${draftsType}`,
    `export type ${base}Params = ${paramFields.length === 0 ? 'Record<string, never>' : `{${paramFields.join('; ')}}`}`,
    `export const ${name}: {
      readonly name: ${printString(name)}
      readonly query: typeof ${light === undefined ? 'query' : `${light}.query`}
      readonly params: readonly [${names}]
      /** Never set: it tells the compiler what the parameters take. */
      readonly paramTypes?: ${base}Params
      ${hasPaths ? '/** Where fields stand in documents that stand elsewhere than their names say. */\n      readonly paths: typeof paths' : ''}
      readonly schemas: {
        readonly published: ${zodType}<${base}Result>
        readonly drafts: ${zodType}<${base}DraftsResult>
      }
    } = {
      name: ${printString(name)},
      ${light === undefined ? 'query' : `query: ${light}.query`},
      params: [${names}],
      ${hasPaths ? 'paths,' : ''}
      schemas: {
        published: ${matcher === undefined ? publishedSchema : `fast(${publishedSchema}, ${light === undefined ? matcher : `${light}.matches`})`},
        drafts: ${draftsSchema},
      },
    }`,
  ].join('\n\n')
  if (light === undefined || matcher === undefined) return {full, light: undefined, shared: []}
  const query = printString(compactGroq(entry.query))
  const parts = {
    name,
    query,
    params: names,
    matcher,
    declarations,
    imports: lightImports,
  }
  return {full, light: emitLightModule(parts, options), shared: [...lightImports.checks]}
}

function printShape({name, type}: LocalShape, context: PrintContext): string {
  const schema = context.names.schemaName(name)
  return [
    `export interface ${name} ${printObjectType(type, context)}`,
    `const ${schema} = ${printObjectSchema(type, context)}`,
  ].join('\n\n')
}

/** GROQ over several lines reads as it was written. */
function printQuery(query: string): string {
  if (!query.includes('\n')) return printString(query)
  const escaped = query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
  return `\`${escaped}\``
}
