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
  const truths = QUALIFIERS.map((name): Truth => {
    const wanted = specified(tested[name])
    const actual = specified(given?.[name])
    if (wanted === null || actual === wanted) return 'true'
    if (actual !== null) return 'false'
    open.push(name)
    return 'unknown'
  })
  return {truth: allOf(truths, (truth) => truth), open}
}

function specified(value: Maybe<string>): string | null {
  return !value || value === 'unspecified' ? null : value
}
