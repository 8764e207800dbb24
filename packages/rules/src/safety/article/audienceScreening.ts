import type {ScreeningIndex} from '../createScreeningIndex.ts'
import {labelOf} from '../mention.ts'
import {isAnyone} from '../resolveFacets.ts'
import {screenIndexed} from '../screen.ts'
import type {CarePathway} from '../vocabularyContent.ts'
import type {ExerciseScreening, Reason} from '../screeningResult.ts'
import type {ArticleFacts, ExerciseUse} from './articleContent.ts'

/** Readers whom an article or one of its uses is for: one condition id, or null for all readers. */
export type Audience = string | null

/** What the checks of one article share: the content and its verdicts for each audience. */
export interface ArticleContext {
  readonly article: ArticleFacts
  readonly index: ScreeningIndex
  /** Null when the caller did not give any. */
  readonly carePathways: readonly CarePathway[] | null
  /** The verdict on an exercise for readers who have that one condition; null when it is not published. */
  verdictFor(exerciseId: string, audience: Audience): ExerciseScreening | null
}

/** Screens every exercise once for each audience that is asked for, and keeps the result. */
export function createVerdicts(index: ScreeningIndex): ArticleContext['verdictFor'] {
  const byAudience = new Map<Audience, Map<string, ExerciseScreening>>()
  return (exerciseId, audience) => {
    const known = byAudience.get(audience) ?? screenFor(audience, index)
    byAudience.set(audience, known)
    return known.get(exerciseId) ?? null
  }
}

function screenFor(audience: Audience, index: ScreeningIndex): Map<string, ExerciseScreening> {
  const profile = audience === null ? {} : {[audience]: 'present' as const}
  const {exercises} = screenIndexed(index, {profile}, [])
  return new Map(exercises.map((one) => [one.exercise.id, one]))
}

/** The audiences of one use: those it names, else the article's primary ones, else all readers. */
export function audiencesOf(use: ExerciseUse, article: ArticleFacts): readonly Audience[] {
  const own = use.audience ?? []
  if (own.length > 0) return own
  const primary = article.audience?.primary ?? []
  return primary.length > 0 ? primary : [null]
}

export function readersWith(audience: Audience, index: ScreeningIndex): string {
  const condition = audience === null ? undefined : index.conditions.nodes.get(audience)
  if (audience === null || isAnyone(condition)) return 'all readers'
  return `readers with ${labelOf(condition, audience)}`
}

/**
 * Whether a reason is about these readers: it holds for all of them, or for those at some stage or with
 * a narrower condition. A reason that waits for an answer about something else is not.
 */
export function concerns(reason: Reason, audience: Audience, index: ScreeningIndex): boolean {
  if (holdsForAll(reason)) return true
  if (audience === null) return false
  const open = reason.facets.filter(({answer, stage}) => answer === 'unknown' || stage !== null)
  return open.some(({id}) => index.conditions.ancestry(id).paths.has(audience))
}

/** True when only a detail of the exercise is missing, and no answer of the reader. */
export function holdsForAll(reason: Reason): boolean {
  return reason.certain || (reason.openDetails.length > 0 && reason.whenTruth === 'true')
}

export function namesOf(screening: ExerciseScreening): string {
  return screening.alternatives.map(({exercise}) => `“${exercise.title}”`).join(' or ')
}
