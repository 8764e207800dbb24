import {remember} from '../remember.ts'
import type {Contraindication} from './screeningContent.ts'

const TARGET_KINDS = ['exercise', 'pattern', 'position', 'kind', 'equipment'] as const

export type TargetKind = (typeof TARGET_KINDS)[number]

/** Finds rules by what they aim at, so that an exercise meets only those that may reach it; without a value, by the kind alone. */
export type RuleIndex = (kind: TargetKind, value?: string) => readonly Contraindication[]

export function createRuleIndex(rules: readonly Contraindication[]): RuleIndex {
  const listOf = remember<string, Contraindication[]>(() => [])
  for (const rule of rules) for (const key of targetKeysOf(rule)) listOf(key).push(rule)
  return (kind, value) => listOf(value === undefined ? kind : `${kind} ${value}`)
}

/** What a rule is filed under: the kind of its target, and the target; nothing when it names none, so that it reaches nothing. */
export function targetKeysOf({target}: Contraindication): string[] {
  const kind = TARGET_KINDS.find((one) => one === target?.kind)
  const value = kind && target?.[kind === 'kind' ? 'exerciseKind' : kind]
  return kind && value ? [kind, `${kind} ${value}`] : []
}
