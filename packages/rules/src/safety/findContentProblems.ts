import {targetKeysOf} from './createRuleIndex.ts'
import {findCycles} from './findCycles.ts'
import type {BroaderNode} from './findCycles.ts'
import {rulesInForce} from './rulesInForce.ts'
import type {Contraindication, ExerciseFacts, Maybe, ScreeningData} from './screeningContent.ts'
import {createProblem} from './screeningProblem.ts'
import type {ScreeningProblem} from './screeningProblem.ts'

const SEVERITIES: readonly unknown[] = ['absolute', 'relative', 'precaution']

/**
 * What is wrong with the screening data itself, for editors and logs; screening still runs, on the careful side.
 *
 * @param asOf - The instant to answer for, ISO 8601: rules that are not in force are not looked at.
 * @throws TypeError when `asOf` is not an ISO 8601 date-time.
 * @example findContentProblems(data, '2026-11-24T09:00:00Z').map(({message}) => message)
 */
export function findContentProblems(data: ScreeningData, asOf: string): ScreeningProblem[] {
  const rules = rulesInForce(data, asOf)
  const patterns = idsOf(data.movementPatterns)
  const conditions = idsOf(data.conditions)
  return [
    ...cycleProblems('movement pattern', data.movementPatterns),
    ...cycleProblems('condition', data.conditions),
    ...rules.filter((rule) => targetKeysOf(rule).length === 0).map(targetProblem),
    ...rules.flatMap((rule) => ruleProblems(rule, conditions)),
    ...data.exercises.flatMap((exercise) => patternProblems(exercise, patterns)),
  ]
}

function idsOf(documents: readonly {readonly _id: string}[]): ReadonlySet<string> {
  return new Set(documents.map(({_id}) => _id))
}

function patternProblems(
  {_id, title, patterns: uses}: ExerciseFacts,
  patterns: ReadonlySet<string>,
): ScreeningProblem[] {
  return (uses ?? []).flatMap(({pattern}, at) => {
    if (pattern && patterns.has(pattern)) return []
    const message = `“${title ?? _id}” refers to a movement pattern that is not published, so every rule on movements counts as possible: publish it or choose another.`
    return [createProblem('missing-pattern', _id, `patterns[${at}]`, message)]
  })
}

function cycleProblems(
  kind: string,
  nodes: readonly (BroaderNode & {readonly slug?: Maybe<string>})[],
): ScreeningProblem[] {
  const names = new Map(nodes.map(({_id, slug}) => [_id, slug ?? _id]))
  return findCycles(nodes).map((ids) => {
    const list = ids.map((id) => `“${names.get(id) ?? id}”`).join(', ')
    const message = `The broader terms of the ${kind} ${list} lead back to themselves: remove one of these links.`
    return createProblem('cycle', ids[0] ?? null, 'broader', message)
  })
}

function targetProblem(rule: Contraindication): ScreeningProblem {
  const message = `${nameOf(rule)} names no target, so it reaches no exercise: choose what it is about.`
  return createProblem('rule-without-target', rule._id, 'target', message)
}

function ruleProblems(rule: Contraindication, conditions: ReadonlySet<string>): ScreeningProblem[] {
  const name = nameOf(rule)
  const groups = rule.when?.all ?? []
  const problems: ScreeningProblem[] = []
  const add = (code: ScreeningProblem['code'], path: string, message: string) =>
    problems.push(createProblem(code, rule._id, path, message))
  if (groups.length === 0 || groups.some(({any}) => (any ?? []).length === 0)) {
    const message = `${name} does not say for whom it holds, so it counts as possible for everybody: name a condition, or “anyone”.`
    add('rule-without-condition', 'when', message)
  }
  if (!SEVERITIES.includes(rule.severity)) {
    const message = `${name} has no severity, so it counts as relative: choose absolute, relative or precaution.`
    add('unknown-severity', 'severity', message)
  }
  for (const [at, group] of groups.entries()) {
    for (const [within, {condition}] of (group.any ?? []).entries()) {
      if (condition && conditions.has(condition)) continue
      const message = `${name} refers to a condition that is not published, so it counts as not answered: publish it or choose another.`
      add('missing-condition', `when.all[${at}].any[${within}]`, message)
    }
  }
  return problems
}

function nameOf({title, _id}: Contraindication): string {
  return `The rule “${title ?? _id}”`
}
