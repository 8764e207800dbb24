import {createRuleViews} from './createRuleViews.ts'
import type {ViewOf} from './createRuleViews.ts'
import {createScreeningIndex} from './createScreeningIndex.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import {canChangeVerdict} from './canChangeVerdict.ts'
import type {SimplifiedRule} from './canChangeVerdict.ts'
import {literalsOf} from './evaluateWhen.ts'
import {levelOfSeverity, rankOf} from './lattice.ts'
import {labelOf, questionOf} from './mention.ts'
import {parseAnswers} from './parseAnswers.ts'
import type {Answers} from './parseAnswers.ts'
import {resolveFacets} from './resolveFacets.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import type {ScreeningQuestion} from './screen.ts'
import type {ExerciseFacts, ScreeningData} from './screeningContent.ts'
import type {Unanswered} from './screeningResult.ts'

/** A question that is worth asking, and how many exercises have a rule that depends on it. */
export interface NeededFacet extends Unanswered {
  readonly stages: readonly {readonly key: string; readonly label: string}[]
  readonly exerciseCount: number
}

/**
 * The conditions that rules mention whose answer can still change the level of some exercise, most useful first.
 *
 * A condition is left out when every answer to it leads to the same levels, whatever the other open
 * answers turn out to be: ask only what matters. Of a condition that is present, the stage may matter.
 *
 * @throws TypeError when `asOf` is not an ISO 8601 date-time, or an answer is not one of the closed list.
 * @example neededFacets({...data, profile: {}, asOf: '2026-11-24T09:00:00Z'}).map(({question}) => question)
 */
export function neededFacets(
  input: ScreeningData & Pick<ScreeningQuestion, 'profile' | 'asOf' | 'facts'>,
): NeededFacet[] {
  const {asOf, profile, facts = {}} = input
  const answers = parseAnswers('profile', profile)
  const knownFacts = parseAnswers('facts', facts)
  const index = createScreeningIndex(input, asOf)
  const facets = resolveFacets(answers, index.conditions)
  const groups = groupByRules(index, facets, knownFacts)
  const counts = new Map<string, number>()
  const needed = new Set<string>()
  for (const {rules, size} of groups) {
    for (const facet of openFacets(rules, facets, index)) {
      counts.set(facet, (counts.get(facet) ?? 0) + size)
      if (!needed.has(facet) && canChangeVerdict(facet, rules, facets, index.conditions)) needed.add(facet)
    }
  }
  return [...needed]
    .map((id) => describe(id, counts.get(id) ?? 0, facets, index))
    .toSorted((a, b) => b.exerciseCount - a.exerciseCount || (a.slug < b.slug ? -1 : 1))
}

/** Exercises that the same rules reach in the same way share one search. */
function groupByRules(
  index: ScreeningIndex,
  facets: ResolvedFacets,
  facts: Answers,
): Iterable<{rules: readonly SimplifiedRule[]; size: number}> {
  const viewOf = createRuleViews(index, facets, facts)
  const groups = new Map<string, {rules: readonly SimplifiedRule[]; size: number}>()
  for (const exercise of index.exercises.values()) {
    const rules = rulesFor(exercise, index, viewOf)
    const key = rules.map(({rule, rank}) => `${rule._id} ${rank}`).join('\n')
    const known = groups.get(key)
    if (known) known.size += 1
    else groups.set(key, {rules, size: 1})
  }
  return groups.values()
}

function rulesFor(exercise: ExerciseFacts, index: ScreeningIndex, viewOf: ViewOf): SimplifiedRule[] {
  return index
    .reachOf(exercise)
    .filter(({rule}) => viewOf(rule).truth !== 'absent' && viewOf(rule).liftedBy === null)
    .map(({rule, open}) => ({
      rule,
      rank: rankOf(open.length === 0 ? levelOfSeverity(rule.severity) : 'caution'),
    }))
    .toSorted((a, b) => (a.rule._id < b.rule._id ? -1 : 1))
}

function openFacets(
  rules: readonly SimplifiedRule[],
  facets: ResolvedFacets,
  index: ScreeningIndex,
): Set<string> {
  const open = new Set<string>()
  for (const {rule} of rules) {
    for (const {condition, stage} of literalsOf(rule)) {
      if (!condition || !index.conditions.nodes.has(condition)) continue
      const value = facets.valueOf(condition)
      if (value.state === 'unknown' || (value.state === 'present' && stage && value.stage === null))
        open.add(condition)
    }
  }
  return open
}

function describe(
  id: string,
  exerciseCount: number,
  facets: ResolvedFacets,
  index: ScreeningIndex,
): NeededFacet {
  const condition = index.conditions.nodes.get(id)
  const stages = (condition?.stages ?? []).flatMap(({key, label}) =>
    key ? [{key, label: label ?? key}] : [],
  )
  return {
    id,
    slug: condition?.slug ?? id,
    label: labelOf(condition, id),
    question: questionOf(condition),
    stageOnly: facets.valueOf(id).state === 'present',
    stages,
    exerciseCount,
  }
}
