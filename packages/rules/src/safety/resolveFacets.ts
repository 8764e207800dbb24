import {remember} from '../remember.ts'
import type {Hierarchy} from './createHierarchy.ts'
import {anyOf} from './kleene.ts'
import type {Answer} from './screeningContent.ts'
import type {Condition} from './vocabularyContent.ts'
import {mentionCondition} from './mention.ts'
import type {Answers, FacetValue} from './parseAnswers.ts'
import {findAnswered} from './findAnswered.ts'
import {createProblem} from './screeningProblem.ts'
import type {ScreeningProblem} from './screeningProblem.ts'

export interface ResolvedFacets {
  /** The value of a condition by id; what nothing is known of is `unknown`. */
  readonly valueOf: (conditionId: string) => FacetValue
  /** Ids of conditions that the profile itself says are present; never the one that everybody has. */
  readonly stated: readonly string[]
  readonly problems: readonly ScreeningProblem[]
}

const UNKNOWN: FacetValue = {state: 'unknown', stage: null}
const PRESENT: FacetValue = {state: 'present', stage: null}
const ABSENT: FacetValue = {state: 'absent', stage: null}

/** The condition that everybody has, by slug or kind: a rule against all readers must name it. */
export function isAnyone(condition: Condition | undefined): boolean {
  return condition?.slug === 'anyone' || condition?.kind === 'anyone'
}

/**
 * Spreads a reader's answers over the conditions.
 *
 * A present condition makes its broader ones present and those it excludes absent; an absent one makes
 * its narrower ones absent. Where answers contradict each other, present wins and a problem says so.
 */
export function resolveFacets(profile: Answers, conditions: Hierarchy<Condition>): ResolvedFacets {
  const problems: ScreeningProblem[] = []
  const answers = readAnswers(profile, conditions, problems)
  const answered = (state: Answer) => [...answers.keys()].filter((id) => answers.get(id)?.state === state)
  const above = (id: string) => [...conditions.ancestry(id).keys()]
  const stated = answered('present')
  const present = new Map(stated.flatMap(above).map((id) => [id, PRESENT]))
  for (const id of stated) present.set(id, answers.get(id) ?? PRESENT)
  const absent = new Set(answered('absent'))
  for (const id of [...absent, ...excludedBy(present, conditions)]) {
    if (present.has(id)) problems.push(contradiction(id, conditions))
    else absent.add(id)
  }
  return {
    valueOf: remember(
      (id) => present.get(id) ?? (above(id).some((broader) => absent.has(broader)) ? ABSENT : UNKNOWN),
    ),
    stated: stated.filter((id) => !isAnyone(conditions.nodes.get(id))).toSorted(),
    problems,
  }
}

function readAnswers(
  profile: Answers,
  hierarchy: Hierarchy<Condition>,
  problems: ScreeningProblem[],
): ReadonlyMap<string, FacetValue> {
  const conditions = [...hierarchy.nodes.values()]
  const answers = new Map<string, FacetValue>()
  for (const [slug, {state, stage}] of profile) {
    const condition = findAnswered(slug, conditions, 'unknown-facet', 'condition', problems)
    if (!condition) continue
    const {_id: id} = condition
    // A slug and an id may name the same condition: the less reassuring answer counts.
    const known = answers.get(id)
    if (known && known.state !== state && [known.state, state].includes('present')) {
      problems.push(contradiction(id, hierarchy))
    }
    if (known && anyOf([known.state, state]) === known.state) continue
    answers.set(id, {state, stage: knownStage(condition, stage, problems)})
  }
  for (const condition of conditions) if (isAnyone(condition)) answers.set(condition._id, PRESENT)
  return answers
}

function knownStage(
  {_id, slug, stages}: Condition,
  stage: string | null,
  problems: ScreeningProblem[],
): string | null {
  const keys = (stages ?? []).flatMap(({key}) => (key ? [key] : []))
  if (stage === null || keys.includes(stage)) return stage
  const message = `“${slug ?? _id}” has no stage “${stage}”, so its stage counts as not answered: give ${keys.join(' or ') || 'none'}.`
  problems.push(createProblem('unknown-stage', _id, 'stages', message))
  return null
}

/** Exclusion holds both ways, whichever of the two documents names it. */
function excludedBy(present: ReadonlyMap<string, unknown>, conditions: Hierarchy<Condition>): Set<string> {
  const excluded = new Set<string>()
  for (const condition of conditions.nodes.values()) {
    for (const other of condition.excludes ?? []) {
      if (present.has(condition._id)) excluded.add(other)
      if (present.has(other)) excluded.add(condition._id)
    }
  }
  return excluded
}

function contradiction(id: string, conditions: Hierarchy<Condition>): ScreeningProblem {
  const {slug} = mentionCondition(id, conditions)
  const message = `The answers contradict each other: by one of them “${slug}” is present, by another it is not. It counts as present; ask again.`
  return createProblem('contradictory-answers', id, slug, message)
}
