import {fnv1a} from '../fnv1a.ts'
import type {FeedExperiment} from './feedContent.ts'
import type {Maybe} from './schedule.ts'

const WEEK_MS = 7 * 86_400_000
const FIRST_MONDAY = Date.UTC(1970, 0, 5)

/** The arm of an experiment that a unit sees, and when the draw changes. */
export interface Variant {
  readonly id: string
  /** The id of the feed whose slots it shows; null for those of the feed itself. */
  readonly feed: string | null
  readonly until: number
}

/**
 * Draws an arm by a hash of unit, experiment and week: no cookie, the same for a whole week.
 *
 * Weeks begin on Monday, UTC. Without a unit, or without weights, there is no experiment.
 */
export function chooseVariant(
  experiment: Maybe<FeedExperiment>,
  unit: Maybe<string>,
  at: number,
): Variant | null {
  const variants = (experiment?.variants ?? []).flatMap(({id, weight, feed}) =>
    id && (weight ?? 1) > 0 ? [{id, weight: weight ?? 1, feed: feed ?? null}] : [],
  )
  const total = variants.reduce((sum, {weight}) => sum + weight, 0)
  if (!unit || total === 0) return null
  const week = Math.floor((at - FIRST_MONDAY) / WEEK_MS)
  const draw = Number.parseInt(fnv1a(`${unit}\n${experiment?.key ?? ''}\n${week}`), 16) / 2 ** 32
  let below = 0
  for (const {id, weight, feed} of variants) {
    below += weight / total
    if (draw < below || id === variants.at(-1)?.id)
      return {id, feed, until: FIRST_MONDAY + (week + 1) * WEEK_MS}
  }
  return null
}
