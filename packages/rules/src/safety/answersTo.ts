import type {SimplifiedRule} from './canChangeVerdict.ts'
import type {Hierarchy} from './createHierarchy.ts'
import type {FacetValue, ResolvedFacets} from './resolveFacets.ts'
import type {Condition} from './screeningContent.ts'

/** Stands for every stage that no rule names; no condition has a stage of that key. */
const OTHER_STAGE = '\u0000other'

/** The full answers that are still possible: absent, or present at each stage that some rule tells apart. */
export function answersTo(
  facet: string,
  rules: readonly SimplifiedRule[],
  facets: ResolvedFacets,
): readonly FacetValue[] {
  const value = facets.valueOf(facet)
  if (value.state === 'absent') return [value]
  const stages = new Set<string>()
  for (const {rule} of rules) {
    for (const {condition, stage} of (rule.when?.all ?? []).flatMap(({any}) => any ?? [])) {
      if (condition === facet && stage) stages.add(stage)
    }
  }
  const present =
    value.state === 'present' && value.stage !== null
      ? [value]
      : [...stages, OTHER_STAGE].map((stage) => ({state: 'present' as const, stage}))
  return value.state === 'present' ? present : [{state: 'absent', stage: null}, ...present]
}

/** Whether an answer can stand beside those already assumed: broader terms and exclusions must agree. */
export function areCompatible(
  facet: string,
  value: FacetValue,
  assigned: ReadonlyMap<string, FacetValue>,
  conditions: Hierarchy<Condition>,
): boolean {
  for (const [other, given] of assigned) {
    if (value.state === 'present' && given.state === 'present' && exclude(facet, other, conditions)) return false
    if (value.state === 'present' && given.state === 'absent' && isBroader(other, facet, conditions)) return false
    if (value.state === 'absent' && given.state === 'present' && isBroader(facet, other, conditions)) return false
  }
  return true
}

function isBroader(broader: string, narrower: string, conditions: Hierarchy<Condition>): boolean {
  return conditions.ancestry(narrower).paths.has(broader)
}

/** Two conditions exclude each other when either, or something broader than either, excludes the other. */
function exclude(one: string, other: string, conditions: Hierarchy<Condition>): boolean {
  const aboveOne = conditions.ancestry(one).paths
  const aboveOther = conditions.ancestry(other).paths
  const names = (above: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>): boolean =>
    [...above.keys()].some((id) => (conditions.nodes.get(id)?.excludes ?? []).some((excluded) => others.has(excluded)))
  return names(aboveOne, aboveOther) || names(aboveOther, aboveOne)
}
