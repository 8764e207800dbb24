import {checkAnswers} from './checkAnswers.ts'
import {chooseWording} from './chooseWording.ts'
import {createExerciseScreener} from './createExerciseScreener.ts'
import type {Facts} from './createRuleViews.ts'
import {createScreeningIndex} from './createScreeningIndex.ts'
import {fingerprintOf} from './fingerprintOf.ts'
import {mentionCondition} from './mention.ts'
import {PHRASES, phrase} from './phrases.ts'
import type {PhraseTable} from './phrases.ts'
import {resolveFacets} from './resolveFacets.ts'
import type {Answer, Profile, ScreeningData} from './screeningContent.ts'
import type {CarePathway} from './vocabularyContent.ts'
import {createProblem} from './screeningProblem.ts'
import type {ScreeningProblem} from './screeningProblem.ts'
import type {ScreeningResult} from './screeningResult.ts'

/** Changes whenever the same input could give another result. */
export const ENGINE_VERSION = 'screening-3'

/** Who the reader is, in the reader's own answers, and when. */
export interface ScreeningQuestion {
  readonly profile: Profile
  /** The instant to answer for, ISO 8601. */
  readonly asOf: string
  /** Facts that may lift a rule; only a known `present` does. */
  readonly facts?: Facts
  /** Answers to care pathways' signs, by pathway slug or id. */
  readonly redFlags?: Readonly<Record<string, Answer>>
  /** Sentences in another language; English unless given. */
  readonly phrases?: PhraseTable
}

/**
 * Screens exercises against the published rules for a reader's answers.
 *
 * The result is what this clinic's published content says for readers with those conditions: an
 * editorial filter, not a recommendation, diagnosis, clearance or risk score. What the content does not
 * say stays `no-restriction-recorded`; what nobody answered stays unknown and weighs as caution.
 *
 * @throws TypeError when `asOf` is not an ISO 8601 date-time, or an answer is not one of the closed list.
 * @example screen({...data, profile: {osteoporosis: 'present'}, asOf: '2026-11-24T09:00:00Z'})
 */
export function screen(input: ScreeningData & ScreeningQuestion): ScreeningResult {
  checkAnswers(input)
  const {asOf, profile, facts = {}, redFlags = {}, phrases: table = PHRASES} = input
  const index = createScreeningIndex(input, asOf)
  const {conditions} = index
  const facets = resolveFacets(profile, conditions)
  const problems = [...facets.problems]
  const carePathways = presentPathways(redFlags, input.carePathways ?? [], problems)
  const head = {
    engineVersion: ENGINE_VERSION,
    contentFingerprint: fingerprintOf(input),
    asOf,
    notice: table.notice,
    problems,
  }
  if (carePathways.length > 0) {
    const wording = carePathways.map(({heading, action, slug, _id}) =>
      phrase('verdict.seek-care', {heading: heading ?? slug ?? _id, action: action?.text ?? ''}, table),
    )
    return {...head, seekCare: {level: 'seek-care', carePathways, wording}, exercises: []}
  }
  const screenExercise = createExerciseScreener(index, facets, facts)
  const labels = facets.stated.map((id) => mentionCondition(id, conditions).label)
  const exercises = [...index.exercises.values()].map((exercise) => {
    const verdict = screenExercise(exercise)
    return {...verdict, wording: chooseWording(verdict, labels, table)}
  })
  return {...head, seekCare: null, exercises}
}

/** The pathways of the signs that the reader has. */
function presentPathways(
  answers: Readonly<Record<string, Answer>>,
  pathways: readonly CarePathway[],
  problems: ScreeningProblem[],
): CarePathway[] {
  return Object.entries(answers).flatMap(([key, answer]) => {
    const pathway = pathways.find(({_id, slug}) => slug === key || _id === key)
    if (!pathway) {
      const message = `A red flag “${key}” was answered, but no published care pathway has that slug: check the spelling or publish it.`
      problems.push(createProblem('unknown-red-flag', null, key, message))
    }
    // A danger sign must stop the screening even when its pathway is missing from the content.
    return answer === 'present' ? [pathway ?? {_id: key, heading: key}] : []
  })
}
