import type {ScreeningIndex} from './createScreeningIndex.ts'
import {labelOf, questionOf} from './mention.ts'
import type {Reach} from './reachExercise.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import type {Unanswered} from './screeningResult.ts'

/** The conditions that any reaching rule mentions and that nobody has answered, by slug. */
export function listUnanswered(
  reaches: readonly Reach[],
  facets: ResolvedFacets,
  index: ScreeningIndex,
): Unanswered[] {
  const found = new Map<string, Unanswered>()
  for (const {rule} of reaches) {
    for (const {condition, stage} of (rule.when?.all ?? []).flatMap(({any}) => any ?? [])) {
      if (!condition) continue
      const value = facets.valueOf(condition)
      const stageOnly = value.state === 'present' && Boolean(stage) && value.stage === null
      if (value.state === 'unknown' || stageOnly) found.set(condition, describe(condition, stageOnly, index))
    }
  }
  return [...found.values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}

function describe(id: string, stageOnly: boolean, index: ScreeningIndex): Unanswered {
  const condition = index.conditions.nodes.get(id)
  return {
    id,
    slug: condition?.slug ?? id,
    label: labelOf(condition, id),
    question: questionOf(condition),
    stageOnly,
  }
}
