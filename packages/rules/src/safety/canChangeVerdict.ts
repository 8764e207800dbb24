import {answersTo, areCompatible, leftOpen} from './answersTo.ts'
import type {Hierarchy} from './createHierarchy.ts'
import {literalsOf, truthOfWhen} from './evaluateWhen.ts'
import type {ValueOf} from './evaluateWhen.ts'
import {rankOf} from './lattice.ts'
import type {FacetValue} from './parseAnswers.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import type {Contraindication} from './screeningContent.ts'
import type {Condition} from './vocabularyContent.ts'

/** A rule that may still apply, with the rank of the level that it would give. */
export interface SimplifiedRule {
  readonly rule: Contraindication
  readonly rank: number
}

/** Beyond so many steps a question is taken as needed: one question too many, never one too few. */
const MAX_STEPS = 1_000

const CAUTION = rankOf('caution')

/**
 * Whether two answers to a facet can lead to different levels, for some answers to the other open facets.
 *
 * A search over those answers that gives up a branch as soon as the rules that hold are at least as strict
 * as any rule that the facet takes part in.
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
  const isOwn = new Set(rules.filter(({rule}) => mentions(rule, facet)))
  let steps = 0
  const assigned = new Map<string, FacetValue>()
  const search = (next: number): boolean => {
    steps += 1
    if (steps > MAX_STEPS) return true
    const possible = full.filter((value) => areCompatible(facet, value, assigned, conditions))
    const bounds = [...leftOpen(facet, current, assigned, conditions), ...possible].map((value) =>
      boundsOf(rules, isOwn, (id) => (id === facet ? value : (assigned.get(id) ?? facets.valueOf(id)))),
    )
    const lowest = Math.min(...bounds.map(({low}) => low))
    const highestOwn = Math.max(...bounds.map(({own}) => own))
    if (bounds.length < 2 || lowest >= highestOwn) return false
    const other = others[next]
    if (other === undefined) return new Set(bounds.map(({level}) => level)).size > 1
    for (const value of other.answers) {
      if (!areCompatible(other.id, value, assigned, conditions)) continue
      assigned.set(other.id, value)
      if (search(next + 1)) return true
      assigned.delete(other.id)
    }
    return false
  }
  return search(0)
}

interface Bounds {
  /** The rank of the strictest rule that holds. */
  readonly low: number
  /** The rank of the strictest rule that mentions the facet and may hold. */
  readonly own: number
  /** The rank as it stands, where what is unknown weighs as caution. */
  readonly level: number
}

function boundsOf(
  rules: readonly SimplifiedRule[],
  isOwn: ReadonlySet<SimplifiedRule>,
  valueOf: ValueOf,
): Bounds {
  let low = 0
  let own = 0
  let level = 0
  for (const one of rules) {
    if (one.rank <= low && one.rank <= own) continue
    const truth = truthOfWhen(one.rule, valueOf)
    if (truth === 'absent') continue
    if (isOwn.has(one)) own = Math.max(own, one.rank)
    if (truth === 'present') low = Math.max(low, one.rank)
    else level = Math.max(level, CAUTION)
  }
  return {low, own, level: Math.max(low, level)}
}

interface OtherFacet {
  readonly id: string
  readonly answers: readonly FacetValue[]
}

/**
 * The other open facets. Those that hang together with the facet come last, and so are varied first:
 * with a broader condition absent, for one, the facet could not be present.
 */
function othersOf(
  facet: string,
  rules: readonly SimplifiedRule[],
  facets: ResolvedFacets,
  conditions: Hierarchy<Condition>,
): OtherFacet[] {
  const unrelated = new Map<string, OtherFacet>()
  const related = new Map<string, OtherFacet>()
  const present: FacetValue = {state: 'present', stage: null}
  for (const id of new Set(rules.flatMap(({rule}) => conditionsOf(rule)))) {
    if (id === facet || !conditions.nodes.has(id)) continue
    const answers = answersTo(id, rules, facets, conditions)
    if (answers.length < 2) continue
    const isFree = answers.every((value) => areCompatible(facet, present, new Map([[id, value]]), conditions))
    const group = isFree ? unrelated : related
    group.set(id, {id, answers})
  }
  return [...unrelated.values(), ...related.values()]
}

function conditionsOf(rule: Contraindication): string[] {
  return literalsOf(rule).flatMap(({condition}) => (condition ? [condition] : []))
}

function mentions(rule: Contraindication, facet: string): boolean {
  return conditionsOf(rule).includes(facet)
}
