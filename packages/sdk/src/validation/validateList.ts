import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ResultSchema, SchemaIssue} from './contentQuery.ts'
import {isRecord} from '../core.ts'
import {childOf} from './locateIssue.ts'
import {toProblems, type ProblemContext} from './toProblems.ts'
import {invalidResult} from './validateResult.ts'

/** A result whose list lacks its bad items, and what was wrong with those. */
export interface ValidList<Result> {
  readonly value: Result
  readonly problems: readonly ContentProblem[]
}

/** What validating a list can be told. */
export interface ListContext extends ProblemContext {
  readonly onInvalid: 'omit' | 'throw'
  /** The fields of the result that hold lists; without them, the result is the list. */
  readonly listNames?: readonly string[] | undefined
  /** Whether an item is what was asked for, without which the rest is of no use. */
  readonly isAskedFor?: ((item: unknown) => boolean) | undefined
}

/**
 * Validates a result whole; when that fails, leaves out the list items with problems and validates the
 * rest, so that one bad document never takes a page down.
 *
 * @throws ContentError `invalid-result` on a problem outside the lists or in what was asked for, or (with
 *   `onInvalid: 'throw'`) on any
 */
export function validateList<Result>(
  result: unknown,
  schema: ResultSchema<Result>,
  {onInvalid, listNames, isAskedFor = () => false, ...context}: ListContext,
): ValidList<Result> {
  const parsed = schema.safeParse(result)
  if (parsed.success) return {value: parsed.data, problems: []}
  const {issues} = parsed.error
  const depth = listNames === undefined ? 1 : 2
  const isFatal = (issue: SchemaIssue) =>
    onInvalid === 'throw' ||
    !isInItem(issue, listNames) ||
    isAskedFor(issue.path.slice(0, depth).reduce(childOf, result))
  // What the error is about comes first.
  const ordered = issues.toSorted((one, other) => Number(isFatal(other)) - Number(isFatal(one)))
  const problems = toProblems(result, ordered, context)
  if (issues.some(isFatal)) throw invalidResult(problems, context.queryName)
  const rest = schema.safeParse(withoutBadItems(result, issues, listNames))
  if (!rest.success) throw invalidResult(problems, context.queryName)
  return {value: rest.data, problems}
}

function isInItem({path: [first, second]}: SchemaIssue, listNames: readonly string[] | undefined): boolean {
  if (listNames === undefined) return typeof first === 'number'
  return typeof second === 'number' && listNames.some((name) => name === first)
}

function withoutBadItems(
  result: unknown,
  issues: readonly SchemaIssue[],
  listNames: readonly string[] | undefined,
): unknown {
  if (listNames === undefined) return omitIndexes(result, new Set(issues.map(({path}) => path[0])))
  if (!isRecord(result)) return result
  const lists = listNames.map((name) => {
    const bad = issues.filter(({path}) => path[0] === name).map(({path}) => path[1])
    return [name, omitIndexes(result[name], new Set(bad))]
  })
  return {...result, ...Object.fromEntries(lists)}
}

function omitIndexes(list: unknown, bad: ReadonlySet<unknown>): unknown {
  return Array.isArray(list) ? list.filter((_item, index) => !bad.has(index)) : list
}
