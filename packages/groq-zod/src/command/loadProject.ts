import {globSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {GroqZodError} from '../GroqZodError.ts'
import type {FoundQuery} from '../find/findQueries.ts'
import {findQueries} from '../find/findQueries.ts'
import type {SourceModules} from '../find/SourceModules.ts'
import type {GenerateInput} from '../generate.ts'
import {NO_CONSTRAINTS} from '../schema/constraints.ts'
import {parseConstraints} from '../schema/parseConstraints.ts'
import {parseSchema} from '../schema/parseSchema.ts'
import type {ResolvedConfig} from './config.ts'

/** Reads the schema and the constraints that a configuration names. */
export function loadSchema(config: ResolvedConfig): Pick<GenerateInput, 'schema' | 'constraints'> {
  const schema = parseSchema(readInput(config.schema, 'schema'), config.schema)
  const constraints =
    config.constraints === undefined
      ? NO_CONSTRAINTS
      : parseConstraints(readInput(config.constraints, 'constraints'), config.constraints)
  return {schema, constraints}
}

function readInput(path: string, code: 'schema' | 'constraints'): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const hint = code === 'schema' ? ' Make it with `sanity schema extract --enforce-required-fields`.' : ''
    throw new GroqZodError(code, `The ${code} file ${path} cannot be read.${hint}`, {cause})
  }
}

/** The files that may hold queries, sorted; generated modules are left out. */
export function queryFiles(config: ResolvedConfig): string[] {
  const files = globSync([...config.queries], {
    cwd: config.root,
    exclude: (name) => name === 'node_modules' || name === '.git',
  })
  return files
    .map((file) => resolve(config.root, file))
    .filter((file) => !file.startsWith(`${config.output}/`) && !file.endsWith('.d.ts'))
    .toSorted()
}

export function loadQueries(config: ResolvedConfig, modules: SourceModules): FoundQuery[] {
  const files = queryFiles(config)
  const queries = files.flatMap((file) => findQueries(file, modules))
  if (queries.length === 0) {
    throw new GroqZodError(
      'config',
      `No query found in ${files.length} files for ${config.queries.join(', ')} under ${config.root}. Write \`export const articlesQuery = defineQuery(…)\`, or correct the globs.`,
    )
  }
  return queries
}
