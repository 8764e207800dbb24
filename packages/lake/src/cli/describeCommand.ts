import type {Command, OptionSpec} from './Command.ts'

const WIDTH = 26

/** The text of `lake <name> --help`. */
export function describeCommand(command: Command): string {
  const usage = command.usage.map((line) => `  lake ${line}`)
  const options = Object.entries(command.options).map(([name, spec]) => describeOption(name, spec))
  return [
    command.summary,
    '',
    ...usage,
    ...(options.length > 0 ? ['', 'Options:', ...options] : []),
    ...(command.notes ?? []).flatMap((note) => ['', note]),
    '',
    'Exit code: 0 done, 1 failed, 2 wrong use, 3 unfinished (the same command goes on).',
  ].join('\n')
}

/** The text of `lake --help`. */
export function describeCommands(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(([name, {summary}]) => `  lake ${name.padEnd(10)} ${summary}`)
  return [
    "An embedded Content Lake: Sanity's HTTP API over SQLite, on this machine.",
    '',
    ...lines,
    '',
    '"lake <command> --help" lists what a command takes; most options can be set in the environment too.',
  ].join('\n')
}

function describeOption(name: string, {value, help, environment, default: otherwise}: OptionSpec): string {
  const flag = `--${name}${value === undefined ? '' : ` ${value}`}`
  const facts = [
    environment === undefined ? undefined : `[${environment}]`,
    otherwise === undefined ? undefined : `default ${otherwise}`,
  ].filter((fact) => fact !== undefined)
  const text = facts.length > 0 ? `${help} ${facts.join(', ')}` : help
  return flag.length < WIDTH ? `  ${flag.padEnd(WIDTH)} ${text}` : `  ${flag}\n  ${' '.repeat(WIDTH)} ${text}`
}
