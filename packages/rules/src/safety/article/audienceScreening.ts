import {createExerciseScreener} from '../createExerciseScreener.ts'
import type {ExerciseVerdict} from '../createExerciseScreener.ts'
import type {ScreeningIndex} from '../createScreeningIndex.ts'
import {labelOf} from '../mention.ts'
import {parseAnswers} from '../parseAnswers.ts'
import {isAnyone, resolveFacets} from '../resolveFacets.ts'
import type {CarePathway} from '../vocabularyContent.ts'
import type {Reason} from '../screeningResult.ts'
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
  verdictFor(exerciseId: string, audience: Audience): ExerciseVerdict | null
}

/** Screens an exercise for an audience when it is first asked for, and keeps the result. */
export function createVerdicts(index: ScreeningIndex): ArticleContext['verdictFor'] {
  const screeners = new Map<Audience, ReturnType<typeof createExerciseScreener>>()
  const known = new Map<string, ExerciseVerdict>()
  return (exerciseId, audience) => {
    const exercise = index.exercises.get(exerciseId)
    if (!exercise) return null
    const screenExercise = screeners.get(audience) ?? createScreener(audience, index)
    screeners.set(audience, screenExercise)
    const key = `${audience ?? ''}\n${exerciseId}`
    const verdict = known.get(key) ?? screenExercise(exercise)
    known.set(key, verdict)
    return verdict
  }
}

function createScreener(
  audience: Audience,
  index: ScreeningIndex,
): ReturnType<typeof createExerciseScreener> {
  const profile = parseAnswers('profile', audience === null ? {} : {[audience]: 'present'})
  return createExerciseScreener(index, resolveFacets(profile, index.conditions), new Map())
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
  return open.some(({id}) => index.conditions.ancestry(id).has(audience))
}

/** True when only a detail of the exercise is missing, and no answer of the reader. */
export function holdsForAll(reason: Reason): boolean {
  return reason.certain || (reason.openDetails.length > 0 && reason.whenTruth === 'true')
}

export function namesOf(screening: ExerciseVerdict): string {
  return screening.alternatives.map(({exercise}) => `“${exercise.title}”`).join(' or ')
}
