import type {Arguments} from './Arguments.ts'

/** Where a command writes. */
export type Output = {
  /** The result, on the standard output. */
  out(line: string): void
  /** What went wrong and what is under way, on the error output. */
  error(line: string): void
  /** Writes to the error output as it is; there only when that is a terminal. */
  draw?: (text: string) => void
}

/** The environment variables that a command reads. */
export type Environment = Readonly<Record<string, string | undefined>>

/** One option: how it is read, and the line that `--help` prints. */
export type OptionSpec = {
  type: 'string' | 'boolean'
  multiple?: boolean
  /** What stands for the value in `--help`, as `<folder>`. */
  value?: string
  help: string
  /** The variable that stands in when the flag is absent. */
  environment?: string
  default?: string
}

export type CommandInput = {args: Arguments; output: Output; environment: Environment}

/** One command of `lake`; `--help` is made of this, so that it says what the command takes. */
export type Command = {
  summary: string
  /** Each way to call it, without `lake`. */
  usage: readonly string[]
  /** How many arguments besides options it takes at most. */
  positionals: number
  options: Readonly<Record<string, OptionSpec>>
  /** What else is to know, a paragraph each. */
  notes?: readonly string[]
  /** Returns the exit code, one of {@link EXIT}. */
  run(input: CommandInput): Promise<number>
}

/** Exit codes of `lake`. */
export const EXIT = {
  done: 0,
  /** It could not be done; nothing was changed unless the message says so. */
  failed: 1,
  /** The command line is not right. */
  usage: 2,
  /** Part of it is done; the same command goes on from there. */
  unfinished: 3,
} as const
