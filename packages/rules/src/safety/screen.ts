import {chooseWording} from './chooseWording.ts'
import {createReader} from './createReader.ts'
import type {Facts, Reader} from './createReader.ts'
import {createReasons} from './createReasons.ts'
import type {Reasoned} from './createReasons.ts'
import {createScreeningIndex} from './createScreeningIndex.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import {findConflicts} from './findConflicts.ts'
import {findSupport} from './findSupport.ts'
import {labelOf, mention} from './mention.ts'
import {offerAlternatives} from './offerAlternatives.ts'
import {PHRASES, phrase} from './phrases.ts'
import type {PhraseTable} from './phrases.ts'
import {isAnyone, resolveFacets} from './resolveFacets.ts'
import {reviewStateOf, worstReviewState} from './reviewStateOf.ts'
import type {Answer, ExerciseFacts, Profile, ScreeningData} from './screeningContent.ts'
import type {CarePathway} from './vocabularyContent.ts'
import type {ScreeningProblem} from './screeningProblem.ts'
import type {ExerciseScreening, ScreeningResult} from './screeningResult.ts'

/** Changes whenever the same input could give another result. */
export const ENGINE_VERSION = 'screening-1'

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
 * @throws TypeError when `asOf` is not an ISO 8601 date-time.
 * @example screen({...data, profile: {osteoporosis: 'present'}, asOf: '2026-11-24T09:00:00Z'})
 */
export function screen(input: ScreeningData & ScreeningQuestion): ScreeningResult {
  return screenIndexed(createScreeningIndex(input, input.asOf), input, input.carePathways ?? [])
}

/** {@link screen} over content that was prepared once. */
export function screenIndexed(
  index: ScreeningIndex,
  question: Omit<ScreeningQuestion, 'asOf'>,
  carePathways: readonly CarePathway[],
): ScreeningResult {
  const table = question.phrases ?? PHRASES
  const facets = resolveFacets(question.profile, index.conditions)
  const flags = readRedFlags(question.redFlags ?? {}, carePathways)
  const head = {
    engineVersion: ENGINE_VERSION,
    contentFingerprint: index.fingerprint,
    asOf: index.asOf,
    notice: table.notice,
    problems: [...index.problems, ...facets.problems, ...flags.problems],
  }
  if (flags.present.length > 0) {
    const wording = flags.present.map(({heading, action, slug, _id}) =>
      phrase('verdict.seek-care', {heading: heading ?? slug ?? _id, action: action?.text ?? ''}, table),
    )
    return {...head, seekCare: {level: 'seek-care', carePathways: flags.present, wording}, exercises: []}
  }
  const reader = createReader(index, facets, question.facts ?? {})
  const levels = levelsOf(index, reader)
  const exercises = [...index.exercises.values()].map((one) =>
    describeExercise(one, levels, reader, index, table),
  )
  return {...head, seekCare: null, exercises}
}

const NOTHING: Reasoned = {level: 'no-restriction-recorded', reasons: [], lifted: [], unanswered: []}

/** Levels come first: an alternative is offered only when its own level is known. */
function levelsOf(index: ScreeningIndex, reader: Reader): Map<string, Reasoned> {
  const levels = new Map<string, Reasoned>()
  for (const exercise of index.exercises.values()) {
    levels.set(exercise._id, createReasons(index.reachOf(exercise), reader))
  }
  return levels
}

function describeExercise(
  exercise: ExerciseFacts,
  levels: ReadonlyMap<string, Reasoned>,
  reader: Reader,
  index: ScreeningIndex,
  table: PhraseTable,
): ExerciseScreening {
  const {level, reasons, lifted, unanswered} = levels.get(exercise._id) ?? NOTHING
  const support = findSupport(exercise, reader.facets, index)
  const isSuitable = level === 'no-restriction-recorded' && support.supported && unanswered.length === 0
  const offer = offerAlternatives(exercise, level, reasons, (id) => levels.get(id)?.level ?? null, index)
  const result = {
    exercise: mention(exercise),
    level,
    verdict: isSuitable ? ('positively-suitable' as const) : level,
    supported: support.supported,
    reasons,
    lifted,
    alternatives: offer.alternatives,
    withheldAlternatives: offer.withheld,
    unanswered,
    conflicts: findConflicts(reasons, support, index),
    reviewState: worstReviewState([
      reviewStateOf(exercise, index.asOf),
      ...reasons.map((one) => one.reviewState),
    ]),
  }
  const labels = reader.facets.stated.flatMap((id) => {
    const condition = index.conditions.nodes.get(id)
    return isAnyone(condition) ? [] : [labelOf(condition, id)]
  })
  return {...result, wording: chooseWording(result, labels, table)}
}

function readRedFlags(
  answers: Readonly<Record<string, Answer>>,
  pathways: readonly CarePathway[],
): {present: CarePathway[]; problems: ScreeningProblem[]} {
  const present: CarePathway[] = []
  const problems: ScreeningProblem[] = []
  for (const [key, answer] of Object.entries(answers)) {
    if (answer !== 'present') continue
    const pathway = pathways.find(({_id, slug}) => slug === key || _id === key)
    if (pathway) present.push(pathway)
    else {
      const message = `A red flag “${key}” was answered yes, but no published care pathway has that slug: publish it.`
      problems.push({code: 'unknown-red-flag', documentId: null, path: key, message})
      // A danger sign must stop the screening even when its pathway is missing from the content.
      present.push({_id: key, heading: key})
    }
  }
  return {present, problems}
}
