import type {ScreeningIndex} from './createScreeningIndex.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import {reviewStateOf} from './reviewStateOf.ts'
import type {ExerciseFacts, PositiveStatement} from './screeningContent.ts'

/** The reviewed statements that name an exercise for a condition the reader has. */
export interface Support {
  /** True when every condition that the reader stated is covered, and there is at least one. */
  readonly supported: boolean
  /** Statements by the id of the stated condition that they cover. */
  readonly byFacet: ReadonlyMap<string, readonly PositiveStatement[]>
}

/**
 * Statements count only while the exercise's clinical review is fresh, and cover a condition when they
 * name it or a broader one: a statement on chronic pain alone says nothing on back pain at large.
 */
export function findSupport(exercise: ExerciseFacts, facets: ResolvedFacets, index: ScreeningIndex): Support {
  const byFacet = new Map<string, readonly PositiveStatement[]>()
  if (reviewStateOf(exercise, index.asOf) !== 'fresh') return {supported: false, byFacet}
  const statements = (exercise.evidence ?? []).filter(
    ({supports}) => supports === 'effect' || supports === 'safety',
  )
  const {stated} = facets
  for (const facet of stated) {
    const above = index.conditions.ancestry(facet).paths
    const covering = statements.filter(({populations}) => (populations ?? []).some((id) => above.has(id)))
    if (covering.length > 0) byFacet.set(facet, covering)
  }
  return {supported: stated.length > 0 && stated.every((id) => byFacet.has(id)), byFacet}
}
