import type {Contraindication} from './screeningContent.ts'

const TARGET_KINDS = ['exercise', 'pattern', 'position', 'kind', 'equipment'] as const

type TargetKind = (typeof TARGET_KINDS)[number]

/** Rules by what they aim at, so that an exercise meets only the rules that may reach it. */
export interface RuleIndex extends Readonly<
  Record<TargetKind, ReadonlyMap<string, readonly Contraindication[]>>
> {
  /** Rules whose target is missing: they reach nothing, and are reported. */
  readonly withoutTarget: readonly Contraindication[]
}

export function createRuleIndex(rules: readonly Contraindication[]): RuleIndex {
  const byTarget: Record<TargetKind, Map<string, Contraindication[]>> = {
    exercise: new Map(),
    pattern: new Map(),
    position: new Map(),
    kind: new Map(),
    equipment: new Map(),
  }
  const withoutTarget: Contraindication[] = []
  for (const rule of rules) {
    const kind = TARGET_KINDS.find((one) => one === rule.target?.kind)
    const value = kind && rule.target?.[kind === 'kind' ? 'exerciseKind' : kind]
    const list = kind && value ? byTarget[kind].get(value) : withoutTarget
    if (list) list.push(rule)
    else if (kind && value) byTarget[kind].set(value, [rule])
  }
  return {...byTarget, withoutTarget}
}
