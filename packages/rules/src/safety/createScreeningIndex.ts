import {byId} from '../byId.ts'
import {remember} from '../remember.ts'
import {createHierarchy} from './createHierarchy.ts'
import type {Hierarchy} from './createHierarchy.ts'
import {createRuleIndex} from './createRuleIndex.ts'
import {reachExercise} from './reachExercise.ts'
import type {Reach} from './reachExercise.ts'
import {rulesInForce} from './rulesInForce.ts'
import type {Contraindication, ExerciseFacts, ScreeningData} from './screeningContent.ts'
import type {Condition} from './vocabularyContent.ts'

/** Screening data prepared once for any number of readers. */
export interface ScreeningIndex {
  readonly exercises: ReadonlyMap<string, ExerciseFacts>
  /** The rules in force at `asOf`. */
  readonly ruleById: ReadonlyMap<string, Contraindication>
  readonly conditions: Hierarchy<Condition>
  readonly asOf: string
  /** The rules that reach an exercise, found once and kept. */
  reachOf(exercise: ExerciseFacts): readonly Reach[]
}

/** @throws TypeError when `asOf` is not an ISO 8601 date-time. */
export function createScreeningIndex(data: ScreeningData, asOf: string): ScreeningIndex {
  const rules = rulesInForce(data, asOf)
  const ruleIndex = createRuleIndex(rules)
  const patterns = createHierarchy(data.movementPatterns)
  const conditions = createHierarchy(data.conditions)
  return {
    exercises: byId(data.exercises),
    ruleById: byId(rules),
    conditions,
    asOf,
    reachOf: remember((exercise) => reachExercise(exercise, ruleIndex, patterns)),
  }
}
