import type {RuleIndex} from './createRuleIndex.ts'
import {findCycles} from './findCycles.ts'
import type {Contraindication, ScreeningData} from './screeningContent.ts'
import type {ScreeningProblem} from './screeningProblem.ts'

const SEVERITIES: readonly unknown[] = ['absolute', 'relative', 'precaution']

/** What is wrong with the screening data itself; screening still runs, on the careful side. */
export function findContentProblems(
  data: ScreeningData,
  rules: readonly Contraindication[],
  index: RuleIndex,
): ScreeningProblem[] {
  const conditions = new Set(data.conditions.map((condition) => condition._id))
  const patterns = new Set(data.movementPatterns.map((pattern) => pattern._id))
  return [
    ...cycleProblems('movement pattern', data.movementPatterns),
    ...cycleProblems('condition', data.conditions),
    ...index.withoutTarget.map(withoutTarget),
    ...rules.flatMap((rule) => ruleProblems(rule, conditions)),
    ...data.exercises.flatMap(({_id, title, patterns: uses}) =>
      (uses ?? []).flatMap(({pattern}, at) => {
        if (pattern && patterns.has(pattern)) return []
        const message = `“${title ?? _id}” refers to a movement pattern that is not published, so every rule on movements counts as possible: publish it or choose another.`
        return [{code: 'missing-pattern' as const, documentId: _id, path: `patterns[${at}]`, message}]
      }),
    ),
  ]
}

function cycleProblems(
  kind: string,
  nodes: readonly {
    _id: string
    slug?: string | null | undefined
    broader?: readonly string[] | null | undefined
  }[],
): ScreeningProblem[] {
  const names = new Map(nodes.map(({_id, slug}) => [_id, slug ?? _id]))
  return findCycles(nodes).map((ids) => {
    const list = ids.map((id) => `“${names.get(id) ?? id}”`).join(', ')
    const message = `The broader terms of the ${kind} ${list} lead back to themselves: remove one of these links.`
    return {code: 'cycle', documentId: ids[0] ?? null, path: 'broader', message}
  })
}

function withoutTarget(rule: Contraindication): ScreeningProblem {
  const message = `The rule “${rule.title ?? rule._id}” names no target, so it reaches no exercise: choose what it is about.`
  return {code: 'rule-without-target', documentId: rule._id, path: 'target', message}
}

function ruleProblems(rule: Contraindication, conditions: ReadonlySet<string>): ScreeningProblem[] {
  const name = `The rule “${rule.title ?? rule._id}”`
  const documentId = rule._id
  const groups = rule.when?.all ?? []
  const problems: ScreeningProblem[] = []
  if (groups.length === 0 || groups.some(({any}) => (any ?? []).length === 0)) {
    const message = `${name} does not say for whom it holds, so it counts as possible for everybody: name a condition, or “anyone”.`
    problems.push({code: 'rule-without-condition', documentId, path: 'when', message})
  }
  if (!SEVERITIES.includes(rule.severity)) {
    const message = `${name} has no severity, so it counts as relative: choose absolute, relative or precaution.`
    problems.push({code: 'unknown-severity', documentId, path: 'severity', message})
  }
  for (const [at, group] of groups.entries()) {
    for (const [within, {condition}] of (group.any ?? []).entries()) {
      if (condition && conditions.has(condition)) continue
      const message = `${name} refers to a condition that is not published, so it counts as not answered: publish it or choose another.`
      problems.push({code: 'missing-condition', documentId, path: `when.all[${at}].any[${within}]`, message})
    }
  }
  return problems
}
