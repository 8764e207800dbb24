import type {Hierarchy} from './createHierarchy.ts'
import {findCycles} from './findCycles.ts'
import type {BroaderNode} from './findCycles.ts'
import type {Contraindication, Maybe, ScreeningData} from './screeningContent.ts'
import {createProblem} from './screeningProblem.ts'
import type {ScreeningProblem} from './screeningProblem.ts'
import type {Condition, MovementPattern} from './vocabularyContent.ts'

const SEVERITIES: readonly unknown[] = ['absolute', 'relative', 'precaution']

/** What is wrong with the screening data itself; screening still runs, on the careful side. */
export function findContentProblems(
  data: ScreeningData,
  rules: readonly Contraindication[],
  withoutTarget: readonly Contraindication[],
  patterns: Hierarchy<MovementPattern>,
  conditions: Hierarchy<Condition>,
): ScreeningProblem[] {
  return [
    ...cycleProblems('movement pattern', data.movementPatterns),
    ...cycleProblems('condition', data.conditions),
    ...withoutTarget.map(targetProblem),
    ...rules.flatMap((rule) => ruleProblems(rule, conditions)),
    ...data.exercises.flatMap(({_id, title, patterns: uses}) =>
      (uses ?? []).flatMap(({pattern}, at) => {
        if (pattern && patterns.nodes.has(pattern)) return []
        const message = `“${title ?? _id}” refers to a movement pattern that is not published, so every rule on movements counts as possible: publish it or choose another.`
        return [createProblem('missing-pattern', _id, `patterns[${at}]`, message)]
      }),
    ),
  ]
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

function ruleProblems(rule: Contraindication, conditions: Hierarchy<Condition>): ScreeningProblem[] {
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
      if (condition && conditions.nodes.has(condition)) continue
      const message = `${name} refers to a condition that is not published, so it counts as not answered: publish it or choose another.`
      add('missing-condition', `when.all[${at}].any[${within}]`, message)
    }
  }
  return problems
}

function nameOf({title, _id}: Contraindication): string {
  return `The rule “${title ?? _id}”`
}
