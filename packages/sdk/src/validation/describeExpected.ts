import {isRecord} from '../core.ts'
import type {SchemaIssue} from './contentQuery.ts'

/** Says in words what a zod issue asks for; zod's own message where the kind of issue is unknown. */
export function describeExpected(issue: SchemaIssue): string {
  const facts: unknown = issue
  if (!isRecord(facts)) return issue.message
  const describe = typeof facts['code'] === 'string' ? DESCRIBE[facts['code']] : undefined
  return describe?.(facts) ?? issue.message
}

type Facts = Readonly<Record<string, unknown>>

// Issue codes and their fields as zod 4 gives them.
const DESCRIBE: Readonly<Record<string, (facts: Facts) => string | null>> = {
  invalid_type: ({expected}) => (typeof expected === 'string' ? withArticle(expected) : null),
  invalid_value: ({values}) => (Array.isArray(values) ? oneOf(values) : null),
  invalid_format: ({format, pattern}) =>
    format === 'regex' ? `text like ${String(pattern)}` : `text in the form of ${String(format)}`,
  too_small: ({minimum, inclusive, origin}) =>
    `${inclusive === false ? 'more than' : 'at least'} ${String(minimum)}${unitOf(origin)}`,
  too_big: ({maximum, inclusive, origin}) =>
    `${inclusive === false ? 'less than' : 'at most'} ${String(maximum)}${unitOf(origin)}`,
  not_multiple_of: ({divisor}) => `a multiple of ${String(divisor)}`,
  unrecognized_keys: ({keys}) => (Array.isArray(keys) ? `no field ${keys.join(', ')}` : null),
  invalid_union: ({discriminator}) =>
    typeof discriminator === 'string' ? `a known ${discriminator}` : 'one of the known shapes',
}

function withArticle(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}

function oneOf(values: readonly unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value))
  return texts.length === 1 ? (texts[0] ?? '') : `one of ${texts.join(', ')}`
}

function unitOf(origin: unknown): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' items' : ''
}
