import type {ScreeningIndex} from './createScreeningIndex.ts'
import type {Maybe, PositiveStatement} from './screeningContent.ts'

/** The statements that name an exercise for the conditions that the reader stated. */
export interface Support {
  /** True when every stated condition is covered, and there is at least one. */
  readonly supported: boolean
  readonly covered: readonly CoveredCondition[]
}

/** A stated condition for which an exercise is named. */
interface CoveredCondition {
  /** The condition and all broader ones. */
  readonly ancestry: ReadonlyMap<string, unknown>
  /** Citation ids of the statements. */
  readonly citations: readonly string[]
}

/**
 * A statement covers a condition when it names it or a broader one: a statement on chronic pain alone says
 * nothing on back pain at large.
 */
export function findSupport(
  evidence: Maybe<readonly PositiveStatement[]>,
  stated: readonly string[],
  {conditions}: ScreeningIndex,
): Support {
  const statements = (evidence ?? []).filter(({supports}) => supports === 'effect' || supports === 'safety')
  const covered = stated.flatMap((condition) => {
    const ancestry = conditions.ancestry(condition)
    const citations = statements
      .filter(({populations}) => populations?.some((id) => ancestry.has(id)))
      .map(({citation}) => citation ?? 'unnamed')
    return citations.length > 0 ? [{ancestry, citations}] : []
  })
  return {supported: stated.length > 0 && covered.length === stated.length, covered}
}
