import {DEFAULT_LIMITS, flagOf, LIMIT_MEANINGS, LIMIT_NAMES, variableOf} from '../LakeLimits.ts'
import type {LakeLimits, LimitName} from '../LakeLimits.ts'
import type {Arguments} from './Arguments.ts'
import type {OptionSpec} from './Command.ts'

/** The options of `lake start` that set limits, one for each. */
export const LIMIT_OPTIONS: Readonly<Record<string, OptionSpec>> = Object.fromEntries(
  LIMIT_NAMES.map((name): [string, OptionSpec] => [
    flagOf(name),
    {
      type: 'string',
      value: '<number>',
      help: LIMIT_MEANINGS[name],
      environment: variableOf(name),
      default: String(DEFAULT_LIMITS[name]),
    },
  ]),
)

/** The limits that the command line or else the environment sets. @throws LakeError `usage` for what is no number. */
export function readLimits(args: Arguments): Partial<LakeLimits> {
  const limits: Partial<Record<LimitName, number>> = {}
  for (const name of LIMIT_NAMES) limits[name] = args.number(flagOf(name), {min: 1})
  return limits
}
