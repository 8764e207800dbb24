import type {Perspective, SchemaModel} from '../schema/SchemaModel.ts'
import type {EmitOptions} from './EmitOptions.ts'
import {emitQueryModules} from './emitQueryModules.ts'
import {HEADER, importLine, printImports, zodImport} from './moduleText.ts'
import {calledBy, sourceText, withCalled} from './sharedSources.ts'
import type {EvaluatedQuery} from './queryText.ts'
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
  const sharedByLight = new Set<string>()
  const typeNames = new Map<string, readonly string[]>()
  for (const query of queries) {
    const modules = emitQueryModules(query, types, options)
    typeNames.set(query.name, modules.typeNames)
    for (const [file, text] of modules.texts) texts.set(file, text)
    for (const name of modules.shared) sharedByLight.add(name)
  }
  const {body, imports} = types.print()
  const head = printImports({types: new Set(), checks: imports.checks, matchers: new Set()}, options)
  texts.set('types.ts', [head, body].join('\n\n'))
  const matching = withCalled(sharedByLight)
  if (options.lightModules) texts.set('matching.ts', [...matching.map(sourceText), 'export {}'].join('\n\n'))
  const others = withCalled(types.checks).filter((name) => !matching.includes(name))
  if (others.length > 0) texts.set('checks.ts', checksModule(others, options))
  texts.set('index.ts', indexModule(typeNames, options))

  const entries = [...texts].map(([name, text]): [string, string] => [name, `${HEADER}\n\n${text}\n`])
  return new Map(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

function checksModule(names: readonly string[], options: EmitOptions): string {
  const zodType = options.zod === 'mini' ? 'ZodMiniType' : 'ZodType'
  const lines = names.map((name) => sourceText(name).replaceAll('ZOD_TYPE', `z.${zodType}`))
  const types = names.includes('unknownDocument')
    ? [`import type {UnknownDocument} from './types${options.importExtension}'`]
    : []
  const called = names.flatMap(calledBy).filter((name) => !names.includes(name))
  return [zodImport(options), ...types, ...importLine(called, 'matching', options), '', ...lines].join('\n')
}

// All types, so that declarations which others make of results can name their parts.
function indexModule(typeNames: ReadonlyMap<string, readonly string[]>, options: EmitOptions): string {
  const extension = options.importExtension
  const exported = new Set<string>()
  const lines = [...typeNames].map(([name, all]) => {
    // Parts are named after query and place, which may read the same of two: the first keeps the name.
    const types = all.filter((type) => !exported.has(type))
    for (const type of types) exported.add(type)
    return `export {${[name, ...types.map((type) => `type ${type}`)].join(', ')}} from './${name}${extension}'`
  })
  return [...lines, `export * from './types${extension}'`].join('\n')
}
