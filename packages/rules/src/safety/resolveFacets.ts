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
  const values = new Map<string, FacetValue>()
  const answered = (state: Answer) => [...answers.keys()].filter((id) => answers.get(id)?.state === state)
  const isPresent = (id: string) => values.get(id)?.state === 'present'
  const present = answered('present')
  for (const id of present) {
    for (const broader of conditions.ancestry(id).paths.keys()) {
      values.set(broader, PRESENT)
    }
  }
  for (const id of present) values.set(id, answers.get(id) ?? PRESENT)
  const absent = new Set(answered('absent'))
  for (const id of absent) {
    if (isPresent(id)) problems.push(contradiction(id, conditions, 'answered as absent'))
  }
  for (const id of excludedBy(isPresent, conditions)) {
    if (isPresent(id)) problems.push(contradiction(id, conditions, 'excluded'))
    else absent.add(id)
  }
  spreadAbsence(absent, values, conditions)
  const stated = present.filter((id) => !isAnyone(conditions.nodes.get(id))).toSorted()
  return {valueOf: (id) => values.get(id) ?? UNKNOWN, stated, problems}
}

function readAnswers(
  profile: Profile,
  conditions: Hierarchy<Condition>,
  problems: ScreeningProblem[],
): Map<string, FacetValue> {
  const idBySlug = new Map<string, string>()
  for (const condition of conditions.nodes.values())
    if (condition.slug) idBySlug.set(condition.slug, condition._id)
  const answers = new Map<string, FacetValue>()
  for (const [slug, given] of Object.entries(profile)) {
    const id = idBySlug.get(slug) ?? (conditions.nodes.has(slug) ? slug : undefined)
    const {state, stage}: FacetAnswer = typeof given === 'string' ? {state: given} : given
    if (id === undefined) {
      problems.push(unknownFacet(slug))
      continue
    }
    // A slug and an id may name the same condition: the less reassuring answer counts.
    const known = answers.get(id)
    if (known && known.state !== state && [known.state, state].includes('present')) {
      problems.push(contradiction(id, conditions, 'answered otherwise'))
    }
    if (known && LEAST_REASSURING_FIRST.indexOf(known.state) <= LEAST_REASSURING_FIRST.indexOf(state))
      continue
    answers.set(id, {state, stage: knownStage(id, stage ?? null, conditions, problems)})
  }
  for (const condition of conditions.nodes.values()) {
    if (isAnyone(condition)) answers.set(condition._id, PRESENT)
  }
  return answers
}

function knownStage(
  id: string,
  stage: string | null,
  conditions: Hierarchy<Condition>,
  problems: ScreeningProblem[],
): string | null {
  if (stage === null) return null
  const condition = conditions.nodes.get(id)
  const keys = (condition?.stages ?? []).flatMap(({key}) => (key ? [key] : []))
  if (keys.includes(stage)) return stage
  const message = `“${condition?.slug ?? id}” has no stage “${stage}”, so its stage counts as not answered: use ${
    keys.length > 0 ? `one of ${keys.join(', ')}` : 'the condition without a stage'
  }.`
  problems.push(createProblem('unknown-stage', id, 'stages', message))
  return null
}

/** Exclusion holds both ways, whichever of the two documents names it. */
function excludedBy(isPresent: (id: string) => boolean, conditions: Hierarchy<Condition>): Set<string> {
  const excluded = new Set<string>()
  for (const condition of conditions.nodes.values()) {
    for (const other of condition.excludes ?? []) {
      if (isPresent(condition._id)) excluded.add(other)
      if (isPresent(other)) excluded.add(condition._id)
    }
  }
  return excluded
}

function spreadAbsence(
  absent: ReadonlySet<string>,
  values: Map<string, FacetValue>,
  conditions: Hierarchy<Condition>,
): void {
  if (absent.size === 0) return
  const ids = new Set([...conditions.nodes.keys(), ...absent])
  for (const id of ids) {
    if (values.has(id)) continue
    const broader = conditions.ancestry(id).paths
    if ([...broader.keys()].some((one) => absent.has(one))) values.set(id, ABSENT)
  }
}

function contradiction(id: string, conditions: Hierarchy<Condition>, why: string): ScreeningProblem {
  const name = conditions.nodes.get(id)?.slug ?? id
  const message = `The answers contradict each other: “${name}” follows from one answer and is ${why} by another. It counts as present; ask again.`
  return createProblem('contradictory-answers', id, name, message)
}

function unknownFacet(slug: string): ScreeningProblem {
  const message = `No published condition has the slug “${slug}”, so this answer was not used: check the spelling or publish the condition.`
  return createProblem('unknown-facet', null, slug, message)
}
