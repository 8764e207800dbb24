import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ResultSchema} from './contentQuery.ts'
import {toProblems, type ProblemContext} from './toProblems.ts'
import {invalidResult} from './validateResult.ts'

/** A list without its bad items, and what was wrong with those. */
export interface ValidList<Items> {
  readonly items: Items
  readonly problems: readonly ContentProblem[]
}

/**
 * Validates a list whole; when that fails, leaves out the items with problems and validates the rest, so
 * that one bad document never takes a page down.
 *
 * @throws ContentError `invalid-result` when it is not a list, or (with `onInvalid: 'throw'`) on any problem
 */
export function validateList<Items extends readonly unknown[]>(
  result: unknown,
  schema: ResultSchema<Items>,
  {onInvalid, ...context}: ProblemContext & {readonly onInvalid: 'omit' | 'throw'},
): ValidList<Items> {
  const parsed = schema.safeParse(result)
  if (parsed.success) return {items: parsed.data, problems: []}
  const {issues} = parsed.error
  const problems = toProblems(result, issues, context)
  const bad = new Set(issues.map((issue) => issue.path[0]))
  if (onInvalid === 'throw' || !Array.isArray(result) || bad.has(undefined)) {
    throw invalidResult(problems, context.queryName)
  }
  const rest = schema.safeParse(result.filter((_item, index) => !bad.has(index)))
  if (!rest.success) throw invalidResult(problems, context.queryName)
  return {items: rest.data, problems}
}
