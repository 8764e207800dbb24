import {
  findContentProblems,
  screen,
  type Profile,
  type ScreeningQuestion,
  type ScreeningResult,
} from '@spine-center/rules/safety'
import type {ReadOptions} from '../client/contentOptions.ts'
import {instantOf} from '../client/instantOf.ts'
import type {ReadAccount, Reader} from '../client/reader.ts'
import type {Strictness} from '../validation/strictness.ts'
import {chooseExercises} from './chooseExercises.ts'
import {readScreeningData} from './readScreeningData.ts'

/** Whom to screen for, and which exercises. Nothing of it is stored or sent anywhere. */
export interface ScreenOptions extends ReadOptions {
  /** The reader's answers by condition slug; what is not listed is unknown, and weighs as caution. */
  readonly profile: Profile
  /** Facts that may lift a rule; only a known `present` does. */
  readonly facts?: ScreeningQuestion['facts'] | undefined
  /** Answers to care pathways' signs, by pathway slug or id. */
  readonly redFlags?: ScreeningQuestion['redFlags'] | undefined
  /** Sentences in another language; English unless given. */
  readonly phrases?: ScreeningQuestion['phrases'] | undefined
  /** The instant to answer for. Default: now. */
  readonly at?: Date | string | undefined
  /**
   * Slugs or ids of the exercises to answer for. Default: all in use. A name that is not known or no longer in
   * use is reported in `problems`.
   */
  readonly exercises?: readonly string[] | undefined
}

/** What this clinic's published content says for readers with these answers, and what was read for it. */
export interface ContentScreening extends ScreeningResult {
  /** Exercises left out because they are not as promised, and sync tags of what was read. */
  readonly read: ReadAccount
}

/** Screens the content that a reader gives: one request, then the pure functions of the rules. */
export async function screenContent<S extends Strictness>(
  reader: Reader<S>,
  {at, exercises, profile, facts, redFlags, phrases, ...readOptions}: ScreenOptions,
  now: number,
): Promise<ContentScreening> {
  const asOf = instantOf(at, now)
  const {parts, problems, syncTags} = await readScreeningData(reader, readOptions)
  const question: ScreeningQuestion = {
    profile,
    asOf,
    ...(facts === undefined ? {} : {facts}),
    ...(redFlags === undefined ? {} : {redFlags}),
    ...(phrases ? {phrases} : {}),
  }
  const result = screen({...parts, ...question})
  const chosen = chooseExercises(parts.exercises, exercises)
  return {
    ...result,
    exercises: result.exercises.filter(({exercise}) => chosen.ids.has(exercise.id)),
    problems: [...findContentProblems(parts, asOf), ...result.problems, ...chosen.problems],
    read: {problems, syncTags},
  }
}
