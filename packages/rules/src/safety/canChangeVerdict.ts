import {answersTo, areCompatible} from './answersTo.ts'
import type {Hierarchy} from './createHierarchy.ts'
import {evaluateWhen} from './evaluateWhen.ts'
import type {FacetValue, ResolvedFacets} from './resolveFacets.ts'
import type {Condition, Contraindication} from './screeningContent.ts'

/** A rule that may still apply, with the rank of the level that it would give. */
export interface SimplifiedRule {
  readonly rule: Contraindication
  readonly rank: number
}

/** Beyond so many steps a question is taken as needed: one question too many, never one too few. */
const MAX_STEPS = 4_000

/**
 * Whether two answers to a facet can lead to different levels, for some answers to the other open facets.
 *
 * A search over those answers that gives up a branch as soon as the rules that already hold are at least
 * as strict as any rule that the facet takes part in.
 */
export function canChangeVerdict(
  facet: string,
  rules: readonly SimplifiedRule[],
  facets: ResolvedFacets,
  conditions: Hierarchy<Condition>,
): boolean {
  const answers = answersTo(facet, rules, facets)
  const others = othersOf(facet, rules, facets)
  let steps = 0
  const search = (assigned: ReadonlyMap<string, FacetValue>, next: number): boolean => {
    steps += 1
    if (steps > MAX_STEPS) return true
    const bounds = answers
      .filter((value) => areCompatible(facet, value, assigned, conditions))
      .map((value) => boundsOf(rules, new Map([...assigned, [facet, value]]), facets))
    if (bounds.length < 2) return false
    const lowest = Math.min(...bounds.map(({low}) => low))
    const highest = Math.max(...bounds.map(({high}) => high))
    if (lowest === highest) return false
    const leastHigh = Math.min(...bounds.map(({high}) => high))
    const mostLow = Math.max(...bounds.map(({low}) => low))
    const other = others[next]
    // With answers left open a difference between the bounds is certain only when they do not overlap.
    if (other === undefined) return leastHigh < mostLow
    return answersTo(other, rules, facets).some(
      (value) =>
        areCompatible(other, value, assigned, conditions) && search(new Map([...assigned, [other, value]]), next + 1),
    )
  }
  return search(new Map(), 0)
}

/** The range of ranks that the rules can give: at least those that hold, at most those that may. */
function boundsOf(
  rules: readonly SimplifiedRule[],
  assigned: ReadonlyMap<string, FacetValue>,
  facets: ResolvedFacets,
): {low: number; high: number} {
  let low = 0
  let high = 0
  for (const {rule, rank} of rules) {
    if (rank <= low) continue
    const {truth} = evaluateWhen(rule, (id) => assigned.get(id) ?? facets.valueOf(id))
    if (truth !== 'false') high = Math.max(high, rank)
    if (truth === 'true') low = Math.max(low, rank)
  }
  return {low, high: Math.max(low, high)}
}

function othersOf(facet: string, rules: readonly SimplifiedRule[], facets: ResolvedFacets): string[] {
  const found = new Set<string>()
  for (const {rule} of rules) {
    for (const {condition} of (rule.when?.all ?? []).flatMap(({any}) => any ?? [])) {
      if (condition && condition !== facet && answersTo(condition, rules, facets).length > 1) found.add(condition)
    }
  }
  return [...found]
}
