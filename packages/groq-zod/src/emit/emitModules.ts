import type {Perspective, SchemaModel} from '../schema/SchemaModel.ts'
import {CHECKS, withCalled} from './checkSources.ts'
import type {EmitOptions} from './EmitOptions.ts'
import type {EvaluatedQuery} from './emitQueryModule.ts'
import {emitQueryModule} from './emitQueryModule.ts'
import {HEADER, printImports, zodImport} from './moduleText.ts'
import {pascalCase} from './pascalCase.ts'
import type {TypeNames} from './TypeNames.ts'
import {TypesModule} from './TypesModule.ts'

/** Prints all modules of a set of queries: file name to text, in the order of the names, not yet formatted. */
export function emitModules(
  queries: readonly EvaluatedQuery[],
  models: Record<Perspective, SchemaModel>,
  names: TypeNames,
  options: EmitOptions,
): Map<string, string> {
  const types = new TypesModule(models, names, options)
  const texts = new Map<string, string>()
  for (const query of queries) texts.set(`${query.name}.ts`, emitQueryModule(query, types, options))
  const printed = types.print()
  texts.set(
    'types.ts',
    [
      printImports({types: new Set(), checks: printed.imports.checks, matchers: new Set()}, options),
      printed.body,
    ].join('\n\n'),
  )
  if (types.checks.length > 0) texts.set('checks.ts', checksModule(types.checks, options))
  texts.set('index.ts', indexModule(queries, options))

  const entries = [...texts].map(([name, text]): [string, string] => [name, `${HEADER}\n\n${text}\n`])
  return new Map(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

function checksModule(names: readonly string[], options: EmitOptions): string {
  const zodType = options.zod === 'mini' ? 'ZodMiniType' : 'ZodType'
  const lines = withCalled(names).map((name) =>
    (CHECKS.get(name)?.source ?? '').replaceAll('ZOD_TYPE', `z.${zodType}`),
  )
  const types = names.includes('unknownDocument')
    ? [`import type {UnknownDocument} from './types${options.importExtension}'`]
    : []
  return [zodImport(options), ...types, '', ...lines].join('\n')
}

function indexModule(queries: readonly EvaluatedQuery[], options: EmitOptions): string {
  const extension = options.importExtension
  const lines = queries.map(({name}) => {
    const base = pascalCase(name)
    return `export {${name}, type ${base}DraftsResult, type ${base}Params, type ${base}Result} from './${name}${extension}'`
  })
  return [...lines, `export * from './types${extension}'`].join('\n')
}
