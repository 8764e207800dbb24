import {parseArgs} from 'node:util'
import type {ParseArgsConfig} from 'node:util'
import {LakeError} from '../errors/LakeError.ts'
import type {Environment, OptionSpec} from './Command.ts'

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

/**
 * What a command was given: each option by its flag, else by its environment variable, else its default.
 * @throws LakeError `usage` when made, for an option that the command does not have or an argument too many.
 */
export class Arguments {
  readonly #specs: Readonly<Record<string, OptionSpec>>
  readonly #environment: Environment
  readonly #values: Values
  readonly #positionals: readonly string[]

  constructor(
    args: readonly string[],
    command: {options: Readonly<Record<string, OptionSpec>>; positionals: number},
    environment: Environment,
  ) {
    this.#specs = command.options
    this.#environment = environment
    const options: NonNullable<ParseArgsConfig['options']> = {}
    for (const [name, {type, multiple}] of Object.entries(command.options)) {
      options[name] = {type, ...(multiple === true ? {multiple} : {})}
    }
    const {values, positionals} = parse(args, options)
    this.#values = values
    this.#positionals = positionals
    const extra = positionals[command.positionals]
    if (extra !== undefined) throw new LakeError('usage', `There is nothing to do with "${extra}".`)
  }

  /** The argument at a place, when it was given. */
  optional(index: number): string | undefined {
    return this.#positionals[index]
  }

  /** All arguments, those after two dashes as they are. */
  all(): readonly string[] {
    return this.#positionals
  }

  /** @throws LakeError `usage` saying what is missing. */
  required(index: number, what: string): string {
    const value = this.#positionals[index]
    if (value !== undefined && value !== '') return value
    throw new LakeError('usage', `Name the ${what}.`)
  }

  text(name: string): string | undefined {
    const given = this.#values[name]
    if (typeof given === 'string') return given
    const {environment, default: otherwise} = this.#spec(name)
    const inherited = environment === undefined ? undefined : this.#environment[environment]
    return inherited === undefined || inherited === '' ? otherwise : inherited
  }

  /** A text that has a default or is needed. @throws LakeError `usage` naming the flag and the variable. */
  demand(name: string): string {
    const value = this.text(name)
    if (value !== undefined) return value
    const {environment} = this.#spec(name)
    throw new LakeError(
      'usage',
      `Give --${name}${environment === undefined ? '' : ` or set ${environment}`}.`,
    )
  }

  flag(name: string): boolean {
    const given = this.#values[name]
    if (typeof given === 'boolean') return given
    const {environment, default: otherwise} = this.#spec(name)
    const inherited = environment === undefined ? undefined : this.#environment[environment]
    return /^(1|true|yes|on)$/i.test(
      inherited === undefined || inherited === '' ? (otherwise ?? '') : inherited,
    )
  }

  /** An option that may be repeated, each as it was given. */
  repeated(name: string): string[] {
    const given = this.#values[name]
    return Array.isArray(given) ? given.map(String) : []
  }

  /** An option that may be repeated, or hold several values between commas. */
  list(name: string): string[] {
    const given = this.#values[name]
    const texts = Array.isArray(given) ? given.map(String) : [this.text(name) ?? '']
    return texts
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '')
  }

  /** @throws LakeError `usage` when it is no whole number in the range. */
  number(name: string, {min = 0, max = Number.MAX_SAFE_INTEGER} = {}): number {
    const text = this.demand(name)
    const value = Number(text)
    if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value
    throw new LakeError('usage', `--${name} is "${text}": use a whole number from ${min} to ${max}.`)
  }

  /** @throws LakeError `usage` listing the choices. */
  choice<const Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const text = this.demand(name)
    const found = choices.find((choice) => choice === text)
    if (found !== undefined) return found
    throw new LakeError('usage', `--${name} is "${text}": use ${choices.join(', ')}.`)
  }

  #spec(name: string): OptionSpec {
    const spec = this.#specs[name]
    if (spec) return spec
    throw new TypeError(`The command has no option "${name}": add it to its options.`)
  }
}

function parse(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): {values: Values; positionals: string[]} {
  try {
    return parseArgs({args: [...args], options, allowPositionals: true, allowNegative: true})
  } catch (cause) {
    // What node:util throws says more than one line; its first sentence names the option.
    const [message = 'The options were not understood'] =
      cause instanceof Error ? cause.message.split(/\.\s|\n/) : []
    throw new LakeError('usage', `${message.replace(/\.$/, '')}.`, {cause})
  }
}
