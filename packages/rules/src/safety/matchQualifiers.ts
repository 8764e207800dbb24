import {allOf} from './kleene.ts'
import type {Truth} from './kleene.ts'
import type {Maybe, Qualifiers} from './screeningContent.ts'

const QUALIFIERS = ['load', 'range', 'speed', 'side'] as const

export type QualifierName = (typeof QUALIFIERS)[number]

export interface QualifierMatch {
  readonly truth: Truth
  /** The qualifiers that the rule tests and the exercise leaves open. */
  readonly open: readonly QualifierName[]
}

const UNQUALIFIED: QualifierMatch = {truth: 'true', open: []}

/** Every qualifier that the rule names must be equal on the exercise; one left open there is unknown. */
export function matchQualifiers(tested: Maybe<Qualifiers>, given: Maybe<Qualifiers>): QualifierMatch {
  if (!tested) return UNQUALIFIED
  const open: QualifierName[] = []
  const truths: Truth[] = []
  for (const name of QUALIFIERS) {
    const wanted = specified(tested?.[name])
    if (wanted === null) continue
    const actual = specified(given?.[name])
    if (actual === null) open.push(name)
    truths.push(actual === null ? 'unknown' : truthOf(actual === wanted))
  }
  return {truth: allOf(truths), open}
}

function specified(value: Maybe<string>): string | null {
  return value === undefined || value === null || value === '' || value === 'unspecified' ? null : value
}

function truthOf(value: boolean): Truth {
  return value ? 'true' : 'false'
}
