import type {Maybe, Qualifiers} from './screeningContent.ts'

const QUALIFIERS = ['load', 'range', 'speed', 'side'] as const

export type QualifierName = (typeof QUALIFIERS)[number]

/**
 * Every qualifier that the rule names must be equal on the exercise, or left open there.
 *
 * @returns those left open, with which it is unknown whether they match; null when one differs
 */
export function matchQualifiers(
  tested: Maybe<Qualifiers>,
  given: Maybe<Qualifiers>,
): readonly QualifierName[] | null {
  const named = QUALIFIERS.filter((name) => isSpecified(tested?.[name]))
  const open = named.filter((name) => !isSpecified(given?.[name]))
  return named.every((name) => tested?.[name] === given?.[name] || open.includes(name)) ? open : null
}

function isSpecified(value: Maybe<string>): boolean {
  return Boolean(value) && value !== 'unspecified'
}
