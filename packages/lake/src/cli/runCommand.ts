import {LakeError} from '../errors/LakeError.ts'
import {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command, Environment, Output} from './Command.ts'
import {describeCommand, describeCommands} from './describeCommand.ts'
import {checkCommand} from './checkCommand.ts'
import {describeSystemError} from './describeSystemError.ts'
import {backupCommand} from './backupCommand.ts'
import {datasetCommand} from './datasetCommand.ts'
import {explainCommand} from './explainCommand.ts'
import {exportCommand} from './exportCommand.ts'
import {importCommand} from './importCommand.ts'
import {pullCommand} from './pullCommand.ts'
import {pushCommand} from './pushCommand.ts'
import {restoreCommand} from './restoreCommand.ts'
import {sanityCommand} from './sanity/sanityCommand.ts'
import {startCommand} from './startCommand.ts'
import {statsCommand} from './statsCommand.ts'
import {tokenCommand} from './tokenCommand.ts'
import {webhookCommand} from './webhookCommand.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  start: startCommand,
  explain: explainCommand,
  export: exportCommand,
  import: importCommand,
  push: pushCommand,
  pull: pullCommand,
  backup: backupCommand,
  restore: restoreCommand,
  stats: statsCommand,
  check: checkCommand,
  dataset: datasetCommand,
  token: tokenCommand,
  webhook: webhookCommand,
  sanity: sanityCommand,
}

/** Runs the `lake` command; errors of use and of the lake are one line on the error output, never a stack. */
export async function runCommand(
  args: readonly string[],
  environment: Environment,
  output: Output,
): Promise<number> {
  const [first, ...others] = args
  const [name, ...rest] = first === 'help' ? [...others, '--help'] : args
  const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name]
  if (!command || name === undefined) {
    const isHelp = name === '--help' || name === '-h'
    if (isHelp || name === undefined) output.out(describeCommands(COMMANDS))
    else output.error(`Unknown command "${name}": lake --help lists them.`)
    return isHelp ? EXIT.done : EXIT.usage
  }
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
