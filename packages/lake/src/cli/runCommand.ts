import {LakeError} from '../errors/LakeError.ts'
import {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command, Environment, Output} from './Command.ts'
import {describeCommand, describeCommands} from './describeCommand.ts'
import {describeSystemError} from './describeSystemError.ts'

// Each is loaded when it is called: making a token needs no image library.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./startCommand.ts')).startCommand,
  explain: async () => (await import('./explainCommand.ts')).explainCommand,
  export: async () => (await import('./exportCommand.ts')).exportCommand,
  import: async () => (await import('./importCommand.ts')).importCommand,
  push: async () => (await import('./pushCommand.ts')).pushCommand,
  pull: async () => (await import('./pullCommand.ts')).pullCommand,
  backup: async () => (await import('./backupCommand.ts')).backupCommand,
  restore: async () => (await import('./restoreCommand.ts')).restoreCommand,
  stats: async () => (await import('./statsCommand.ts')).statsCommand,
  check: async () => (await import('./checkCommand.ts')).checkCommand,
  dataset: async () => (await import('./datasetCommand.ts')).datasetCommand,
  token: async () => (await import('./tokenCommand.ts')).tokenCommand,
  webhook: async () => (await import('./webhookCommand.ts')).webhookCommand,
  sanity: async () => (await import('./sanity/sanityCommand.ts')).sanityCommand,
}

/** Runs the `lake` command; errors of use and of the lake are one line on the error output, never a stack. */
export async function runCommand(
  args: readonly string[],
  environment: Environment,
  output: Output,
): Promise<number> {
  const [first, ...others] = args
  const [name, ...rest] = first === 'help' ? [...others, '--help'] : args
  const load = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name]
  if (!load || name === undefined) {
    const isHelp = name === '--help' || name === '-h'
    if (isHelp || name === undefined) output.out(describeCommands(await loadAll()))
    else output.error(`Unknown command "${name}": lake --help lists them.`)
    return isHelp ? EXIT.done : EXIT.usage
  }
  const command = await load()
  // What stands after two dashes is for another command.
  const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  if (own.includes('--help') || own.includes('-h')) {
    output.out(describeCommand(command))
    return EXIT.done
  }
  try {
    return await command.run({args: new Arguments(rest, command, environment), output, environment})
  } catch (error) {
    if (!(error instanceof LakeError)) {
      const described = describeSystemError(error)
      if (described === undefined) throw error
      output.error(described)
      return EXIT.failed
    }
    const isUsage = error.code === 'usage'
    output.error(isUsage ? `${error.message} "lake ${name} --help" says more.` : error.message)
    if (isUsage) return EXIT.usage
    return error.code === 'unfinished' ? EXIT.unfinished : EXIT.failed
  }
}

async function loadAll(): Promise<Record<string, Command>> {
  const loaded = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const),
  )
  return Object.fromEntries(loaded)
}
