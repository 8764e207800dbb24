import {existsSync, readFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {EmitOptions} from '../emit/EmitOptions.ts'
import {DEFAULT_EMIT_OPTIONS} from '../emit/EmitOptions.ts'
import {GroqZodError} from '../GroqZodError.ts'

/** What stands in `groq-zod.config.ts` (or `.js`, `.mjs`, `.json`); paths are relative to the file. */
export interface GroqZodConfig {
  /** Path of the extract of the Sanity schema. Default `schema.json`. */
  readonly schema?: string
  /** Path of the constraints that the extract loses (see `extractConstraints`). Default none. */
  readonly constraints?: string
  /** Globs of the files that hold queries. Default `src/**\/*.{ts,tsx,js,jsx,groq}`. */
  readonly queries?: string | readonly string[]
  /** Folder for the generated modules. Default `src/generated`. */
  readonly output?: string
  /** `mini` (default) imports `zod/mini`, `full` imports `zod`. */
  readonly zod?: EmitOptions['zod']
  /** Keys that a type does not name: `drop` (default), `keep` or `refuse`. */
  readonly unknownKeys?: EmitOptions['unknownKeys']
  /** Objects of a union with a `_type` that the schema does not hold: `refuse` (default) or `keep`. */
  readonly unknownTypes?: EmitOptions['unknownTypes']
  /** Write plain functions that see valid results many times faster than zod. Default true. */
  readonly fastPath?: boolean
  /** Write light modules that need zod only for results that are not valid. Default false; needs the fast path. */
  readonly lightModules?: boolean
  /** What relative imports between generated modules end with: `.ts` (default), `.js` or nothing. */
  readonly importExtension?: EmitOptions['importExtension']
}

/** A configuration with every value set and every path absolute. */
export interface ResolvedConfig {
  readonly schema: string
  readonly constraints: string | undefined
  readonly root: string
  readonly queries: readonly string[]
  readonly output: string
  readonly emit: EmitOptions
}

/**
 * Types a configuration file.
 *
 * @example
 * ```ts
 * export default defineConfig({schema: 'schema.json', queries: 'src/**\/*.ts', output: 'src/generated'})
 * ```
 */
export function defineConfig(config: GroqZodConfig): GroqZodConfig {
  return config
}

const FILES = [
  'groq-zod.config.ts',
  'groq-zod.config.js',
  'groq-zod.config.mjs',
  'groq-zod.config.json',
] as const

const CHOICES = {
  zod: ['mini', 'full'],
  unknownKeys: ['drop', 'keep', 'refuse'],
  unknownTypes: ['refuse', 'keep'],
  importExtension: ['.ts', '.js', ''],
} as const

const TEXTS = ['schema', 'constraints', 'output'] as const

/**
 * Reads the configuration file, if there is one, and lays the flags over it.
 *
 * @throws {@link GroqZodError} `config` for a file that is not there or an option that is not known.
 */
export async function loadConfig(
  cwd: string,
  file: string | undefined,
  flags: GroqZodConfig,
): Promise<ResolvedConfig> {
  const path =
    file === undefined ? FILES.map((name) => resolve(cwd, name)).find(existsSync) : resolve(cwd, file)
  if (path !== undefined && !existsSync(path)) {
    throw new GroqZodError('config', `The configuration file ${path} does not exist.`)
  }
  const fromFile = path === undefined ? {} : checkConfig(await readConfig(path), path)
  const root = path === undefined ? cwd : dirname(path)
  const absolute = (value: string, isFlag: boolean): string => resolve(isFlag ? cwd : root, value)
  const pathOf = (
    name: 'schema' | 'constraints' | 'output',
    fallback: string | undefined,
  ): string | undefined => {
    if (flags[name] !== undefined) return absolute(flags[name], true)
    const value = fromFile[name] ?? fallback
    return value === undefined ? undefined : absolute(value, false)
  }
  const queries = flags.queries ?? fromFile.queries ?? 'src/**/*.{ts,tsx,js,jsx,groq}'
  return {
    schema: pathOf('schema', 'schema.json') ?? '',
    constraints: pathOf('constraints', undefined),
    root: flags.queries === undefined ? root : cwd,
    queries: typeof queries === 'string' ? [queries] : queries,
    output: pathOf('output', 'src/generated') ?? '',
    emit: {
      zod: flags.zod ?? fromFile.zod ?? DEFAULT_EMIT_OPTIONS.zod,
      unknownKeys: flags.unknownKeys ?? fromFile.unknownKeys ?? DEFAULT_EMIT_OPTIONS.unknownKeys,
      unknownTypes: flags.unknownTypes ?? fromFile.unknownTypes ?? DEFAULT_EMIT_OPTIONS.unknownTypes,
      fastPath: fromFile.fastPath ?? DEFAULT_EMIT_OPTIONS.fastPath,
      lightModules: fromFile.lightModules ?? DEFAULT_EMIT_OPTIONS.lightModules,
      importExtension:
        flags.importExtension ?? fromFile.importExtension ?? DEFAULT_EMIT_OPTIONS.importExtension,
    },
  }
}

async function readConfig(path: string): Promise<unknown> {
  try {
    if (path.endsWith('.json')) return JSON.parse(readFileSync(path, 'utf8'))
    const module: unknown = await import(pathToFileURL(path).href)
    return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new GroqZodError('config', `${path} cannot be read: ${why}`, {cause})
  }
}

/** Checks what a file or the command line says, and names the option that is wrong. */
export function checkConfig(value: unknown, place: string): GroqZodConfig {
  if (typeof value !== 'object' || value === null) {
    throw new GroqZodError('config', `${place} must export a configuration as its default.`)
  }
  let config: GroqZodConfig = {}
  for (const [name, option] of Object.entries(value))
    config = {...config, ...checkOption(name, option, place)}
  return config
}

function checkOption(name: string, option: unknown, place: string): GroqZodConfig {
  if (option === undefined) return {}
  if (TEXTS.some((text) => text === name)) {
    return typeof option === 'string' ? {[name]: option} : wrong(place, name, 'a path')
  }
  if (name === 'fastPath' || name === 'lightModules')
    return typeof option === 'boolean' ? {[name]: option} : wrong(place, name, 'true or false')
  if (name === 'queries') {
    if (typeof option === 'string') return {queries: option}
    const isList = Array.isArray(option) && option.every((glob) => typeof glob === 'string')
    return isList ? {queries: option} : wrong(place, name, 'a glob or a list of globs')
  }
  for (const [choice, values] of Object.entries(CHOICES)) {
    if (choice !== name) continue
    const known = values.find((candidate) => candidate === option)
    return known === undefined
      ? wrong(place, name, `one of ${values.map((one) => `"${one}"`).join(', ')}`)
      : {[name]: known}
  }
  const known = [...TEXTS, 'queries', 'fastPath', 'lightModules', ...Object.keys(CHOICES)].join(', ')
  throw new GroqZodError('config', `${place}: "${name}" is no option. Options are ${known}.`)
}

function wrong(place: string, name: string, expected: string): never {
  throw new GroqZodError('config', `${place}: "${name}" must be ${expected}.`)
}
