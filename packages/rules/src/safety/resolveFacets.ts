import {remember} from '../remember.ts'
import type {Hierarchy} from './createHierarchy.ts'
import type {Answer, FacetAnswer, Profile} from './screeningContent.ts'
import type {Condition} from './vocabularyContent.ts'
import {createProblem} from './screeningProblem.ts'
import type {ScreeningProblem} from './screeningProblem.ts'

/** What is known of one condition; `stage` is null when it is not known. */
export interface FacetValue {
  readonly state: Answer
  readonly stage: string | null
}

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

const LEAST_REASSURING_FIRST: readonly Answer[] = ['present', 'unknown', 'absent']

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
export function resolveFacets(profile: Profile, conditions: Hierarchy<Condition>): ResolvedFacets {
  const problems: ScreeningProblem[] = []
  const answers = readAnswers(profile, conditions, problems)
  const answered = (state: Answer) => [...answers.keys()].filter((id) => answers.get(id)?.state === state)
  const above = (id: string) => [...conditions.ancestry(id).keys()]
  const stated = answered('present')
  const present = new Map(stated.flatMap(above).map((id) => [id, PRESENT]))
  for (const id of stated) present.set(id, answers.get(id) ?? PRESENT)
  const absent = new Set(answered('absent'))
  const contradict = (ids: Iterable<string>, why: string) => {
    for (const id of ids) {
      if (present.has(id)) problems.push(contradiction(id, conditions.nodes.get(id), why))
      else absent.add(id)
    }
  }
  contradict(absent, 'answered as absent')
  contradict(excludedBy(present, conditions), 'excluded')
  return {
    valueOf: remember(
      (id) => present.get(id) ?? (above(id).some((broader) => absent.has(broader)) ? ABSENT : UNKNOWN),
    ),
    stated: stated.filter((id) => !isAnyone(conditions.nodes.get(id))).toSorted(),
    problems,
  }
}

function readAnswers(
  profile: Profile,
  {nodes}: Hierarchy<Condition>,
  problems: ScreeningProblem[],
): ReadonlyMap<string, FacetValue> {
  const bySlug = new Map([...nodes.values()].map((condition) => [condition.slug, condition]))
  const answers = new Map<string, FacetValue>()
  for (const [slug, given] of Object.entries(profile)) {
    const condition = bySlug.get(slug) ?? nodes.get(slug)
    const {state, stage = null}: FacetAnswer = typeof given === 'string' ? {state: given} : given
    if (!condition) {
      const message = `No published condition has the slug “${slug}”, so this answer was not used: check the spelling or publish the condition.`
      problems.push(createProblem('unknown-facet', null, slug, message))
      continue
    }
    const {_id: id} = condition
    // A slug and an id may name the same condition: the less reassuring answer counts.
    const known = answers.get(id)
    if (known && known.state !== state && [known.state, state].includes('present')) {
      problems.push(contradiction(id, condition, 'answered otherwise'))
    }
    if (known && LEAST_REASSURING_FIRST.indexOf(known.state) <= LEAST_REASSURING_FIRST.indexOf(state))
      continue
    answers.set(id, {state, stage: knownStage(condition, stage, problems)})
  }
  for (const condition of nodes.values()) if (isAnyone(condition)) answers.set(condition._id, PRESENT)
  return answers
}

function knownStage(
  {_id, slug, stages}: Condition,
  stage: string | null,
  problems: ScreeningProblem[],
): string | null {
  const keys = (stages ?? []).flatMap(({key}) => (key ? [key] : []))
  if (stage === null || keys.includes(stage)) return stage
  const message = `“${slug ?? _id}” has no stage “${stage}”, so its stage counts as not answered: use ${
    keys.length > 0 ? `one of ${keys.join(', ')}` : 'the condition without a stage'
  }.`
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

function contradiction(id: string, condition: Condition | undefined, why: string): ScreeningProblem {
  const name = condition?.slug ?? id
  const message = `The answers contradict each other: “${name}” follows from one answer and is ${why} by another. It counts as present; ask again.`
  return createProblem('contradictory-answers', id, name, message)
}
