import {joinLevels} from '../lattice.ts'
import {titleOf} from '../mention.ts'
import type {ExerciseVerdict} from '../createExerciseScreener.ts'
import type {Reason} from '../screeningResult.ts'
import type {ExerciseUse} from './articleContent.ts'
import {finding, usePath} from './articleFinding.ts'
import type {ArticleFinding} from './articleFinding.ts'
import {audiencesOf, concerns, holdsForAll, namesOf, readersWith} from './audienceScreening.ts'
import type {ArticleContext, Audience} from './audienceScreening.ts'

/** INV-01, 02, 08 and 10: what an article recommends, against the rules for its readers. */
export function checkRecommendations(context: ArticleContext): ArticleFinding[] {
  return (context.article.recommends ?? []).flatMap((use) => {
    if (!use.exercise) return []
    const exercise = context.index.exercises.get(use.exercise)
    if (!exercise) return [notPublished(use, use.exercise)]
    const audiences = audiencesOf(use, context.article)
    const findings = audiences.flatMap((audience) => checkAudience(use, audience, context))
    if ((exercise.stopIf ?? []).length > 0) return findings
    const message = `“${titleOf(exercise, use.exercise)}” is recommended but has no sign at which to stop: add at least one to the exercise.`
    return [
      ...findings,
      finding('INV-10', 'error', usePath('recommends', use), message, {exerciseId: exercise._id}),
    ]
  })
}

function notPublished(use: ExerciseUse, exerciseId: string): ArticleFinding {
  const message = `A recommended exercise (${exerciseId}) is not published, so it cannot be checked against the rules: publish it first, or take it out.`
  return finding('INV-01', 'error', usePath('recommends', use), message, {exerciseId})
}

function checkAudience(use: ExerciseUse, audience: Audience, context: ArticleContext): ArticleFinding[] {
  const screening = context.verdictFor(use.exercise ?? '', audience)
  if (!screening) return []
  const decisive = screening.reasons.find(({level}) => level === 'avoid')
  if (decisive) return [forbidden(use, audience, screening, decisive, context)]
  const concerning = screening.reasons.filter((reason) => concerns(reason, audience, context.index))
  return [
    ...withoutCaution(use, audience, screening, concerning, context),
    ...openDetails(use, audience, screening, concerning, context),
  ]
}

function forbidden(
  use: ExerciseUse,
  audience: Audience,
  screening: ExerciseVerdict,
  reason: Reason,
  context: ArticleContext,
): ArticleFinding {
  const readers = readersWith(audience, context.index)
  const names = namesOf(screening)
  const instead = names === '' ? 'Take it out' : `Recommend ${names} instead`
  const message = `“${screening.exercise.title}” is recommended, but the rule “${reason.rule.title}” tells ${readers} to avoid it. ${instead}, or limit this recommendation to readers whom the rule does not reach.`
  return finding('INV-01', 'error', usePath('recommends', use), message, mentionsOf(screening, reason))
}

function withoutCaution(
  use: ExerciseUse,
  audience: Audience,
  screening: ExerciseVerdict,
  concerning: readonly Reason[],
  context: ArticleContext,
): ArticleFinding[] {
  const answered = concerning.filter(({openDetails: details}) => details.length === 0)
  const level = joinLevels(answered.map((reason) => reason.level))
  const reason = answered.find((one) => one.level === level)
  if (!reason || (use.caution ?? '').trim() !== '') return []
  const asks = level === 'ask-first' ? 'to ask a clinician before it' : 'to take care with it'
  const some = reason.certain ? '' : 'some '
  const names = namesOf(screening)
  const instead = names === '' ? '' : `, or recommend ${names}`
  const message = `“${screening.exercise.title}” is recommended without a caution, but the rule “${reason.rule.title}” tells ${some}${readersWith(audience, context.index)} ${asks}. Write what these readers should know first${instead}.`
  return [
    finding(
      'INV-02',
      'warning',
      [...usePath('recommends', use), 'caution'],
      message,
      mentionsOf(screening, reason),
    ),
  ]
}

function openDetails(
  use: ExerciseUse,
  audience: Audience,
  screening: ExerciseVerdict,
  concerning: readonly Reason[],
  context: ArticleContext,
): ArticleFinding[] {
  const open = concerning.filter((reason) => reason.openDetails.length > 0 && holdsForAll(reason))
  return open.map((reason) => {
    const message = `“${screening.exercise.title}” does not record its ${reason.openDetails.join(' and ')}, which the rule “${reason.rule.title}” depends on, so the rule counts as possible for ${readersWith(audience, context.index)}: record it on the exercise.`
    return finding('INV-08', 'error', usePath('recommends', use), message, mentionsOf(screening, reason))
  })
}

function mentionsOf(screening: ExerciseVerdict, reason: Reason) {
  return {
    exerciseId: screening.exercise.id,
    contraindicationId: reason.rule.id,
    alternatives: screening.alternatives.map(({exercise}) => exercise.id),
  }
}
