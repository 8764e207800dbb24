import {chooseWording} from './chooseWording.ts'
import {createExerciseScreener} from './createExerciseScreener.ts'
import {createScreeningIndex} from './createScreeningIndex.ts'
import {fingerprintOf} from './fingerprintOf.ts'
import {mentionCondition} from './mention.ts'
import {PHRASES, phrase} from './phrases.ts'
import type {Phrase, PhraseTable} from './phrases.ts'
import {parseAnswers} from './parseAnswers.ts'
import type {Answers} from './parseAnswers.ts'
import {resolveFacets} from './resolveFacets.ts'
import type {Answer, Profile, ScreeningData, UnlessFact} from './screeningContent.ts'
import type {CarePathway} from './vocabularyContent.ts'
import {findAnswered} from './findAnswered.ts'
import type {ScreeningProblem} from './screeningProblem.ts'
import type {ScreeningResult} from './screeningResult.ts'

/** Changes whenever the same input could give another result. */
export const ENGINE_VERSION = 'screening-4'

/** Who the reader is, in the reader's own answers, and when. */
export interface ScreeningQuestion {
  readonly profile: Profile
  /** The instant to answer for, ISO 8601. */
  readonly asOf: string
  /** Facts that may lift a rule; only a known `present` does. */
  readonly facts?: Readonly<Partial<Record<UnlessFact, Answer>>>
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
  const {asOf, profile, redFlags = {}, facts = {}, phrases: table = PHRASES} = input
  const answers = parseAnswers('profile', profile)
  const signs = parseAnswers('redFlags', redFlags)
  const knownFacts = parseAnswers('facts', facts)
  const index = createScreeningIndex(input, asOf)
  const facets = resolveFacets(answers, index.conditions)
  const problems = [...facets.problems]
  const carePathways = presentPathways(signs, input.carePathways ?? [], problems)
  const mustSeekCare = carePathways.length > 0
  const screenExercise = createExerciseScreener(index, facets, knownFacts)
  const labels = facets.stated.map((id) => mentionCondition(id, index.conditions).label)
  const exercises = mustSeekCare ? [] : [...index.exercises.values()].map(screenExercise)
  return {
    engineVersion: ENGINE_VERSION,
    contentFingerprint: fingerprintOf(input),
    asOf,
    notice: table.notice,
    problems,
    seekCare: mustSeekCare
      ? {level: 'seek-care', carePathways, wording: carePathways.map((one) => careWording(one, table))}
      : null,
    exercises: exercises.map((verdict) => ({...verdict, wording: chooseWording(verdict, labels, table)})),
  }
}

function careWording({heading, action, slug, _id}: CarePathway, table: PhraseTable): Phrase {
  return phrase('verdict.seek-care', {heading: heading ?? slug ?? _id, action: action?.text ?? ''}, table)
}

/** The pathways of the signs that the reader has. */
function presentPathways(
  answers: Answers,
  pathways: readonly CarePathway[],
  problems: ScreeningProblem[],
): CarePathway[] {
  return [...answers].flatMap(([key, {state}]) => {
    const pathway = findAnswered(key, pathways, 'unknown-red-flag', 'care pathway', problems)
    // A danger sign must stop the screening even when its pathway is missing from the content.
    return state === 'present' ? [pathway ?? {_id: key, heading: key}] : []
  })
}
