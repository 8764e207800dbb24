import type {Contraindication, ContraindicationTarget, Maybe} from './screeningContent.ts'

/** Rules by what they aim at, so that an exercise meets only the rules that may reach it. */
export interface RuleIndex {
  readonly byExercise: ReadonlyMap<string, readonly Contraindication[]>
  readonly byPattern: ReadonlyMap<string, readonly Contraindication[]>
  readonly byPosition: ReadonlyMap<string, readonly Contraindication[]>
  readonly byKind: ReadonlyMap<string, readonly Contraindication[]>
  readonly byEquipment: ReadonlyMap<string, readonly Contraindication[]>
  /** Rules whose target is missing: they reach nothing, and are reported. */
  readonly withoutTarget: readonly Contraindication[]
}

export function createRuleIndex(rules: readonly Contraindication[]): RuleIndex {
  const index = {
    byExercise: new Map<string, Contraindication[]>(),
    byPattern: new Map<string, Contraindication[]>(),
    byPosition: new Map<string, Contraindication[]>(),
    byKind: new Map<string, Contraindication[]>(),
    byEquipment: new Map<string, Contraindication[]>(),
  }
  const withoutTarget: Contraindication[] = []
  for (const rule of rules) {
    const {kind, value} = targetOf(rule.target)
    if (kind === null || !value) withoutTarget.push(rule)
    else append(index[MAP_BY_KIND[kind]], value, rule)
  }
  return {...index, withoutTarget}
}

const MAP_BY_KIND = {
  exercise: 'byExercise',
  pattern: 'byPattern',
  position: 'byPosition',
  kind: 'byKind',
  equipment: 'byEquipment',
} as const

function targetOf(target: Maybe<ContraindicationTarget>): {
  kind: keyof typeof MAP_BY_KIND | null
  value: Maybe<string>
} {
  switch (target?.kind) {
    case 'exercise':
      return {kind: 'exercise', value: target.exercise}
    case 'pattern':
      return {kind: 'pattern', value: target.pattern}
    case 'position':
      return {kind: 'position', value: target.position}
    case 'kind':
      return {kind: 'kind', value: target.exerciseKind}
    case 'equipment':
      return {kind: 'equipment', value: target.equipment}
    default:
      return {kind: null, value: null}
  }
}

function append(map: Map<string, Contraindication[]>, key: string, rule: Contraindication): void {
  const list = map.get(key)
  if (list) list.push(rule)
  else map.set(key, [rule])
}
