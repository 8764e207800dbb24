import type {EmitOptions} from './EmitOptions.ts'
import {emitLightModule} from './emitLightModule.ts'
import {emitSchemasModule} from './emitSchemasModule.ts'
import {printString} from './literals.ts'
import {importLine, printImports, printTypeImports, zodImport} from './moduleText.ts'
import type {EvaluatedQuery, FastPath, QueryText} from './queryText.ts'
import {printQueryText} from './queryText.ts'
import type {TypesModule} from './TypesModule.ts'

/** The modules of one query. */
export interface QueryModules {
  /** File names and texts, not yet formatted. */
  readonly texts: readonly (readonly [file: string, text: string])[]
  /** Names of the types that the first of them exports. */
  readonly typeNames: readonly string[]
  /** What the light module imports from the one that all share. */
  readonly shared: Iterable<string>
}

/** Prints one query's module; with light modules its light one and that of its schemas too. */
export function emitQueryModules(
  entry: EvaluatedQuery,
  types: TypesModule,
  options: EmitOptions,
): QueryModules {
  const text = printQueryText(entry, types, options)
  const {name, typeNames, fastPath} = text
  if (!options.lightModules || !fastPath)
    return {texts: [[`${name}.ts`, emitWhole(entry, text, options)]], typeNames, shared: []}
  return {
    typeNames,
    texts: [
      [`${name}.ts`, emitJoined(text, options)],
      [`${name}.light.ts`, emitLightModule(entry.query, text, fastPath, options)],
      [`${name}.schemas.ts`, emitSchemasModule(text, options)],
    ],
    shared: fastPath.imports.checks,
  }
}

/** A module that holds everything. */
function emitWhole({query}: EvaluatedQuery, text: QueryText, options: EmitOptions): string {
  const {name, params, shapes, schemas, fastPath} = text
  return [
    printImports(text.typeImports, options),
    `const query = ${printQuery(query)}`,
    ...(fastPath?.declarations ?? []),
    ...text.interfaces,
    ...shapes,
    ...(text.paths === undefined ? [] : [`const paths = ${text.paths}`]),
    ...printTypes(text),
    `${printDeclaration(text, 'query')} = {
      name: ${printString(name)},
      query,
      params: [${params}],
      ${text.paths === undefined ? '' : 'paths,'}
      schemas: {published: ${withFastPath(schemas.published, fastPath)}, drafts: ${schemas.drafts}},
    }`,
  ].join('\n\n')
}

function withFastPath(schema: string, fastPath: FastPath | undefined): string {
  return fastPath ? `fast(${schema}, ${fastPath.matcher})` : schema
}

/** A module that has the types and joins the light module with the schemas. */
function emitJoined(text: QueryText, options: EmitOptions): string {
  const light = `${text.name}Light`
  return [
    [
      zodImport(options).replace('import', 'import type'),
      ...importLine([light], `${text.name}.light`, options),
      ...importLine(
        [...(text.paths === undefined ? [] : ['type paths']), 'withSchemas'],
        `${text.name}.schemas`,
        options,
      ),
      ...printTypeImports(text.typeImports, options),
    ].join('\n'),
    ...text.interfaces,
    ...printTypes(text),
    `${printDeclaration(text, `${light}.query`)} = withSchemas(${light})`,
  ].join('\n\n')
}

function printTypes({name, base, results, paramsType}: QueryText): string[] {
  return [
    `/** What \`${name}\` yields of published content. */\nexport type ${base}Result = ${results.published}`,
    `/** What \`${name}\` yields of drafts: fields that are not filled in yet are null or missing. */\nexport type ${base}DraftsResult = ${results.drafts}`,
    `export type ${base}Params = ${paramsType}`,
  ]
}

function printDeclaration({name, base, params, paths, zodType}: QueryText, query: string): string {
  return `export const ${name}: {
    readonly name: ${printString(name)}
    readonly query: typeof ${query}
    readonly params: readonly [${params}]
    /** Never set: it tells the compiler what the parameters take. */
    readonly paramTypes?: ${base}Params
    ${paths === undefined ? '' : '/** Where fields stand in documents that stand elsewhere than their names say. */\n    readonly paths: typeof paths'}
    readonly schemas: {
      readonly published: ${zodType}<${base}Result>
      readonly drafts: ${zodType}<${base}DraftsResult>
    }
  }`
}

/** GROQ over several lines reads as it was written. */
function printQuery(query: string): string {
  if (!query.includes('\n')) return printString(query)
  const escaped = query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
  return `\`${escaped}\``
}
