import type {Truth} from './kleene.ts'
import type {Maybe, Qualifiers} from './screeningContent.ts'

const QUALIFIERS = ['load', 'range', 'speed', 'side'] as const

export type QualifierName = (typeof QUALIFIERS)[number]

export interface QualifierMatch {
  readonly truth: Truth
  /** The qualifiers that the rule tests and the exercise leaves open. */
  readonly open: readonly QualifierName[]
}

export const MATCH: QualifierMatch = {truth: 'true', open: []}
export const MISS: QualifierMatch = {truth: 'false', open: []}

/** Every qualifier that the rule names must be equal on the exercise; one left open there is unknown. */
export function matchQualifiers(tested: Maybe<Qualifiers>, given: Maybe<Qualifiers>): QualifierMatch {
  if (!tested) return MATCH
  const named = QUALIFIERS.filter((name) => isSpecified(tested[name]))
  const open = named.filter((name) => !isSpecified(given?.[name]))
  if (named.some((name) => tested[name] !== given?.[name] && !open.includes(name))) return MISS
  return open.length > 0 ? {truth: 'unknown', open} : MATCH
}

function isSpecified(value: Maybe<string>): boolean {
  return Boolean(value) && value !== 'unspecified'
}
