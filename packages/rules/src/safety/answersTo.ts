import type {SimplifiedRule} from './canChangeVerdict.ts'
import type {Hierarchy} from './createHierarchy.ts'
import {literalsOf} from './evaluateWhen.ts'
import type {FacetValue} from './parseAnswers.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import type {Condition} from './vocabularyContent.ts'

/**
 * The full answers that a reader can still give: absent, or present at a stage. Stages that no rule
 * names lead to the same, so one of them stands for all.
 */
export function answersTo(
  facet: string,
  rules: readonly SimplifiedRule[],
  facets: ResolvedFacets,
  conditions: Hierarchy<Condition>,
): readonly FacetValue[] {
  const value = facets.valueOf(facet)
  if (value.state === 'absent' || value.stage !== null) return [value]
  const present = stagesOf(facet, rules, conditions).map((stage) => ({state: 'present' as const, stage}))
  return value.state === 'present' ? present : [{state: 'absent', stage: null}, ...present]
}

function stagesOf(
  facet: string,
  rules: readonly SimplifiedRule[],
  conditions: Hierarchy<Condition>,
): readonly (string | null)[] {
  const named = new Set<string>()
  for (const {rule} of rules) {
    for (const {condition, stage} of literalsOf(rule)) {
      if (condition === facet && stage) named.add(stage)
    }
  }
  const keys = (conditions.nodes.get(facet)?.stages ?? []).flatMap(({key}) => (key ? [key] : []))
  const unnamed = keys.find((key) => !named.has(key))
  const stages = keys.filter((key) => named.has(key) || key === unnamed)
  return stages.length > 0 ? stages : [null]
}

/** Whether an answer can stand beside those already assumed: broader terms and exclusions must agree. */
export function areCompatible(
  facet: string,
  value: FacetValue,
  assigned: ReadonlyMap<string, FacetValue>,
  conditions: Hierarchy<Condition>,
): boolean {
  for (const [other, given] of assigned) {
    if (value.state === 'present' && given.state === 'present' && exclude(facet, other, conditions))
      return false
    if (value.state === 'present' && given.state === 'absent' && isBroader(other, facet, conditions))
      return false
    if (value.state === 'absent' && given.state === 'present' && isBroader(facet, other, conditions))
      return false
  }
  return true
}

/** What a facet is when nobody answers it: as it stands, or what the other answers make of it. */
export function leftOpen(
  facet: string,
  current: FacetValue,
  assigned: ReadonlyMap<string, FacetValue>,
  conditions: Hierarchy<Condition>,
): readonly FacetValue[] {
  if (current.state !== 'unknown') return [current]
  for (const [other, given] of assigned) {
    if (given.state === 'present' && isBroader(facet, other, conditions))
      return [{state: 'present', stage: null}]
  }
  const isDecided = [...assigned].some(([other, given]) =>
    given.state === 'absent' ? isBroader(other, facet, conditions) : exclude(facet, other, conditions),
  )
  return isDecided ? [] : [current]
}

function isBroader(broader: string, narrower: string, conditions: Hierarchy<Condition>): boolean {
  return conditions.ancestry(narrower).has(broader)
}

/** Two conditions exclude each other when either, or something broader than either, excludes the other. */
function exclude(one: string, other: string, conditions: Hierarchy<Condition>): boolean {
  const aboveOne = conditions.ancestry(one)
  const aboveOther = conditions.ancestry(other)
  const names = (above: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>): boolean =>
    [...above.keys()].some((id) =>
      (conditions.nodes.get(id)?.excludes ?? []).some((excluded) => others.has(excluded)),
    )
  return names(aboveOne, aboveOther) || names(aboveOther, aboveOne)
}
