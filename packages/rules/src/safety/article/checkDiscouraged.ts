import {joinLevels, rankOf} from '../lattice.ts'
import {titleOf} from '../mention.ts'
import type {AlternativeUse, ExerciseUse} from './articleContent.ts'
import {finding, usePath} from './articleFinding.ts'
import type {ArticleFinding} from './articleFinding.ts'
import {audiencesOf, namesOf, readersWith} from './audienceScreening.ts'
import type {ArticleContext} from './audienceScreening.ts'

/** INV-03: what an article discourages has an alternative, and one that the rules do not forbid. */
export function checkDiscouraged(context: ArticleContext): ArticleFinding[] {
  return (context.article.discourages ?? []).flatMap((use) => {
    const alternatives = use.alternatives ?? []
    if (alternatives.length > 0)
      return alternatives.flatMap((one, at) => checkAlternative(use, one, at, context))
    return (use.noAlternativeReason ?? '').trim() === '' ? [withoutAlternative(use, context)] : []
  })
}

function withoutAlternative(use: ExerciseUse, context: ArticleContext): ArticleFinding {
  const {index, article} = context
  const exerciseId = use.exercise ?? null
  const title =
    exerciseId === null ? 'This exercise' : `“${titleOf(index.exercises.get(exerciseId), exerciseId)}”`
  const screenings = audiencesOf(use, article).flatMap(
    (audience) => context.verdictFor(exerciseId ?? '', audience) ?? [],
  )
  const offering = screenings.find((one) => one.alternatives.length > 0)
  const hint = offering ? ` The rules name ${namesOf(offering)}.` : ''
  const message = `${title} is discouraged without an alternative: add one, or say why there is none.${hint}`
  return finding('INV-03', 'error', [...usePath('discourages', use), 'alternatives'], message, {
    exerciseId,
    contraindicationId: offering?.alternatives[0]?.ruleId ?? null,
    alternatives: offering?.alternatives.map(({exercise}) => exercise.id) ?? [],
  })
}

function checkAlternative(
  use: ExerciseUse,
  alternative: AlternativeUse,
  at: number,
  context: ArticleContext,
): ArticleFinding[] {
  const {exercise: exerciseId} = alternative
  if (!exerciseId) return []
  const {index, article} = context
  const path = [
    ...usePath('discourages', use),
    'alternatives',
    alternative._key ? {_key: alternative._key} : at,
  ]
  const title = `“${titleOf(index.exercises.get(exerciseId), exerciseId)}”`
  const refused = (message: string, contraindicationId: string | null = null): ArticleFinding =>
    finding('INV-03', 'error', path, message, {exerciseId, contraindicationId})
  if (exerciseId === use.exercise)
    return [refused(`${title} is offered as an alternative to itself: choose another.`)]
  return audiencesOf(use, article).flatMap((audience) => {
    const screening = context.verdictFor(exerciseId, audience)
    if (!screening)
      return [
        refused(
          `The alternative ${title} is not published, so it cannot be checked: publish it first, or choose another.`,
        ),
      ]
    const level = joinLevels(screening.reasons.map((reason) => reason.level))
    const reason = screening.reasons[0]
    if (!reason || rankOf(level) <= rankOf('caution')) return []
    const asks = level === 'avoid' ? 'to avoid it' : 'to ask a clinician before it'
    const names = namesOf(screening)
    const instead = names === '' ? 'Choose another' : `Choose another, for example ${names}`
    const message = `${title} is offered as an alternative, but the rule “${reason.rule.title}” tells ${readersWith(audience, index)} ${asks}. ${instead}.`
    return [refused(message, reason.rule.id)]
  })
}
