import {answersTo, areCompatible, leftOpen} from './answersTo.ts'
import type {Hierarchy} from './createHierarchy.ts'
import {evaluateWhen} from './evaluateWhen.ts'
import {rankOf} from './lattice.ts'
import type {FacetValue, ResolvedFacets} from './resolveFacets.ts'
import type {Condition, Contraindication} from './screeningContent.ts'

/** A rule that may still apply, with the rank of the level that it would give. */
export interface SimplifiedRule {
  readonly rule: Contraindication
  readonly rank: number
}

/** Beyond so many steps a question is taken as needed: one question too many, never one too few. */
const MAX_STEPS = 4_000

const CAUTION = rankOf('caution')

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
  // Staying unanswered counts as an answer too: where both others lead to “avoid”, silence would not.
  const current = facets.valueOf(facet)
  const full = answersTo(facet, rules, facets, conditions)
  const others = othersOf(facet, rules, facets, conditions)
  let steps = 0
  const search = (assigned: ReadonlyMap<string, FacetValue>, next: number): boolean => {
    steps += 1
    if (steps > MAX_STEPS) return true
    const possible = full.filter((value) => areCompatible(facet, value, assigned, conditions))
    const bounds = [...leftOpen(facet, current, assigned, conditions), ...possible].map((value) =>
      boundsOf(rules, new Map([...assigned, [facet, value]]), facets),
    )
    const lowest = Math.min(...bounds.map(({low}) => low))
    const highest = Math.max(...bounds.map(({high}) => high))
    if (bounds.length < 2 || lowest === highest) return false
    const other = others[next]
    if (other === undefined) return new Set(bounds.map(({level}) => level)).size > 1
    return answersTo(other, rules, facets, conditions).some(
      (value) =>
        areCompatible(other, value, assigned, conditions) &&
        search(new Map([...assigned, [other, value]]), next + 1),
    )
  }
  return search(new Map(), 0)
}

/**
 * The range of ranks that the rules can give, at least those that hold and at most those that may, and
 * the level as it stands, where what is unknown weighs as caution.
 */
function boundsOf(
  rules: readonly SimplifiedRule[],
  assigned: ReadonlyMap<string, FacetValue>,
  facets: ResolvedFacets,
): {low: number; high: number; level: number} {
  let low = 0
  let high = 0
  let level = 0
  for (const {rule, rank} of rules) {
    if (rank <= low) continue
    const {truth} = evaluateWhen(rule, (id) => assigned.get(id) ?? facets.valueOf(id))
    if (truth !== 'false') high = Math.max(high, rank)
    if (truth === 'true') low = Math.max(low, rank)
    if (truth === 'unknown') level = Math.max(level, CAUTION)
  }
  return {low, high: Math.max(low, high), level: Math.max(low, level)}
}

function othersOf(
  facet: string,
  rules: readonly SimplifiedRule[],
  facets: ResolvedFacets,
  conditions: Hierarchy<Condition>,
): string[] {
  const found = new Set<string>()
  for (const {rule} of rules) {
    for (const {condition} of (rule.when?.all ?? []).flatMap(({any}) => any ?? [])) {
      if (!condition || condition === facet || !conditions.nodes.has(condition)) continue
      if (answersTo(condition, rules, facets, conditions).length > 1) found.add(condition)
    }
  }
  return [...found]
}
