import {parseArgs} from 'node:util'
import {relative} from 'node:path'
import {GroqZodError} from '../GroqZodError.ts'
import type {GroqZodConfig, ResolvedConfig} from './config.ts'
import {checkConfig, loadConfig} from './config.ts'
import {HELP} from './help.ts'
import {Project} from './Project.ts'
import {report} from './report.ts'
import {watch} from './watch.ts'
import {compareFiles, writeFiles} from './writeFiles.ts'

/** Where the command stands and speaks. */
export interface CommandIo {
  readonly cwd: string
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Ends `watch`. */
  readonly signal: AbortSignal
}

const OPTIONS = {
  config: {type: 'string', short: 'c'},
  schema: {type: 'string', short: 's'},
  constraints: {type: 'string'},
  queries: {type: 'string', short: 'q', multiple: true},
  output: {type: 'string', short: 'o'},
  zod: {type: 'string'},
  'unknown-keys': {type: 'string'},
  'unknown-types': {type: 'string'},
  'import-extension': {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const

/**
 * Runs the command line; gives the exit code: 0, or 1 when something is wrong or, for `check`, stale.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await runCommand(args, io)
  } catch (error) {
    if (!(error instanceof GroqZodError)) throw error
    io.err(`groq-zod: ${error.message}`)
    return 1
  }
}

async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const {values, positionals} = readArgs(args)
  const [command, ...others] = positionals
  if (values.help || command === 'help') {
    io.out(HELP)
    return 0
  }
  const isKnown = command === 'generate' || command === 'check' || command === 'watch'
  if (!isKnown || others.length > 0) {
    throw new GroqZodError(
      'config',
      `${command === undefined ? 'No command given' : `"${positionals.join(' ')}" is no command`}: use generate, check or watch (\`groq-zod --help\`).`,
    )
  }
  const flags: GroqZodConfig = checkConfig(
    {
      schema: values.schema,
      constraints: values.constraints,
      queries: values.queries,
      output: values.output,
      zod: values.zod,
      unknownKeys: values['unknown-keys'],
      unknownTypes: values['unknown-types'],
      importExtension: values['import-extension'],
    },
    'The command line',
  )
  const config = await loadConfig(io.cwd, values.config, flags)
  if (command === 'watch') return watch(config, io)
  return command === 'check' ? check(config, io) : write(config, io)
}

function readArgs(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args)
  } catch (cause) {
    throw new GroqZodError('config', cause instanceof Error ? cause.message : String(cause), {cause})
  }
}

function parse(args: readonly string[]) {
  return parseArgs({args: [...args], options: OPTIONS, allowPositionals: true, strict: true})
}

async function write(config: ResolvedConfig, io: CommandIo): Promise<number> {
  const start = performance.now()
  const {count, ...generated} = await new Project(config).generate()
  const {changed, missing, left} = writeFiles(config.output, generated.files)
  report(generated, io)
  const written = changed.length + missing.length
  const removed = left.length > 0 ? `, ${left.length} removed` : ''
  io.out(
    `${count} queries, ${written} of ${generated.files.size} files written${removed}, in ${relative(io.cwd, config.output) || '.'} (${Math.round(performance.now() - start)} ms)`,
  )
  return 0
}

async function check(config: ResolvedConfig, io: CommandIo): Promise<number> {
  const {count, ...generated} = await new Project(config).generate()
  const {changed, missing, left} = compareFiles(config.output, generated.files)
  report(generated, io)
  const stale = [
    ...changed.map((name) => `${name} is stale`),
    ...missing.map((name) => `${name} is missing`),
    ...left.map((name) => `${name} belongs to no query any more`),
  ]
  for (const line of stale) io.err(`${relative(io.cwd, config.output)}: ${line}`)
  if (stale.length > 0) io.err('Run `groq-zod generate` and commit what it writes.')
  const unknownFields = generated.diagnostics.filter(({code}) => code === 'unknown-field')
  if (stale.length === 0 && unknownFields.length === 0) {
    io.out(`${count} queries, ${generated.files.size} files: up to date`)
    return 0
  }
  return 1
}
