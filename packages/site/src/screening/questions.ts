import type {Condition} from '@spine-center/sdk'
import type {ContentScreening, Unanswered} from '@spine-center/sdk/safety'

/** A condition that a question asks about. */
export type AskedCondition = Pick<Condition, 'slug' | 'patientLabel' | 'question' | 'stages'>

/** One question: about one condition, or which of several that exclude each other. */
export interface Question {
  readonly conditions: readonly AskedCondition[]
}

/**
 * The questions that may change what the content says, each asked once; conditions that exclude each other
 * become one question. The conditions most exercises depend on come first.
 */
export function chooseQuestions(
  screening: Pick<ContentScreening, 'exercises'>,
  conditions: readonly Condition[],
): readonly Question[] {
  const counts = countBySlug(screening.exercises.flatMap(({unanswered}) => unanswered))
  const asked = conditions
    .filter(({slug}) => counts.has(slug))
    .toSorted((a, b) => (counts.get(b.slug) ?? 0) - (counts.get(a.slug) ?? 0) || (a.slug < b.slug ? -1 : 1))
  const questions: Condition[][] = []
  for (const condition of asked) {
    const group = questions.find((members) => members.every((member) => excludes(member, condition)))
    if (group) group.push(condition)
    else questions.push([condition])
  }
  return questions.map((members) => ({conditions: members}))
}

function countBySlug(unanswered: readonly Unanswered[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {slug} of unanswered) counts.set(slug, (counts.get(slug) ?? 0) + 1)
  return counts
}

function excludes(a: Condition, b: Condition): boolean {
  return [
    [a, b],
    [b, a],
  ].some(([one, other]) => (one?.excludes ?? []).some((excluded) => excluded?.slug === other?.slug))
}

/** Conditions that are present and whose stage is still open and was not asked for yet. */
export function chooseStageQuestions(
  screening: Pick<ContentScreening, 'exercises'>,
  conditions: readonly Condition[],
  asked: ReadonlyMap<string, string>,
): readonly AskedCondition[] {
  const open = new Set(
    screening.exercises.flatMap(({unanswered}) =>
      unanswered.flatMap((one) => (one.stageOnly ? [one.slug] : [])),
    ),
  )
  return conditions.filter(
    ({slug, stages}) => open.has(slug) && !asked.has(slug) && stages && stages.length > 0,
  )
}
