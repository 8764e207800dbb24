import {fnv1a} from '../fnv1a.ts'
import {remember} from '../remember.ts'
import {createHierarchy} from './createHierarchy.ts'
import type {Hierarchy} from './createHierarchy.ts'
import {createRuleIndex} from './createRuleIndex.ts'
import {findContentProblems} from './findContentProblems.ts'
import {reachExercise} from './reachExercise.ts'
import type {Reach} from './reachExercise.ts'
import {isInForce} from './isInForce.ts'
import type {Contraindication, ExerciseFacts, ScreeningData} from './screeningContent.ts'
import type {Condition, MovementPattern} from './vocabularyContent.ts'
import type {ScreeningProblem} from './screeningProblem.ts'

/** Screening data prepared once for any number of readers. */
export interface ScreeningIndex {
  readonly exercises: ReadonlyMap<string, ExerciseFacts>
  /** The rules in force at `asOf`. */
  readonly ruleById: ReadonlyMap<string, Contraindication>
  readonly patterns: Hierarchy<MovementPattern>
  readonly conditions: Hierarchy<Condition>
  readonly asOf: string
  readonly fingerprint: string
  readonly problems: readonly ScreeningProblem[]
  /** The rules that reach an exercise, found once and kept. */
  reachOf(exercise: ExerciseFacts): readonly Reach[]
}

/** @throws TypeError when `asOf` is not an ISO 8601 date-time. */
export function createScreeningIndex(data: ScreeningData, asOf: string): ScreeningIndex {
  if (Number.isNaN(Date.parse(asOf))) {
    throw new TypeError(`asOf must be an ISO 8601 date-time such as 2026-11-24T09:00:00Z, not “${asOf}”.`)
  }
  const rules = data.contraindications.filter((rule) => isInForce(rule, asOf))
  const ruleIndex = createRuleIndex(rules)
  const patterns = createHierarchy(data.movementPatterns)
  const conditions = createHierarchy(data.conditions)
  return {
    exercises: new Map(data.exercises.map((exercise) => [exercise._id, exercise])),
    ruleById: new Map(rules.map((rule) => [rule._id, rule])),
    patterns,
    conditions,
    asOf,
    fingerprint: fingerprintOf(data),
    problems: findContentProblems(data, rules, ruleIndex.withoutTarget, patterns, conditions),
    reachOf: remember(
      ({_id}) => _id,
      (exercise) => reachExercise(exercise, ruleIndex, patterns),
    ),
  }
}

function fingerprintOf(data: ScreeningData): string {
  const documents = [
    ...data.exercises,
    ...data.contraindications,
    ...data.movementPatterns,
    ...data.conditions,
  ]
  const versions = documents.map((one) => `${one._id}@${'_rev' in one ? (one._rev ?? '') : ''}`)
  return fnv1a(versions.toSorted().join('\n'))
}
