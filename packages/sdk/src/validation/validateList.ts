import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ResultSchema, SchemaIssue} from './contentQuery.ts'
import {isRecord} from './isRecord.ts'
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
  /** The field of the result that holds the list; without it, the result is the list. */
  readonly listName?: string
}

/**
 * Validates a result whole; when that fails, leaves out the list's items with problems and validates the
 * rest, so that one bad document never takes a page down.
 *
 * @throws ContentError `invalid-result` on a problem outside the list, or (with `onInvalid: 'throw'`) on any
 */
export function validateList<Result>(
  result: unknown,
  schema: ResultSchema<Result>,
  {onInvalid, listName, ...context}: ListContext,
): ValidList<Result> {
  const parsed = schema.safeParse(result)
  if (parsed.success) return {value: parsed.data, problems: []}
  const problems = toProblems(result, parsed.error.issues, context)
  const bad = badIndexes(parsed.error.issues, listName)
  const rest = onInvalid === 'omit' && bad ? schema.safeParse(withoutItems(result, listName, bad)) : null
  if (!rest?.success) throw invalidResult(problems, context.queryName)
  return {value: rest.data, problems}
}

/** Indexes of the items with issues; null when an issue lies outside the list. */
function badIndexes(issues: readonly SchemaIssue[], listName: string | undefined): Set<number> | null {
  const bad = new Set<number>()
  for (const {path} of issues) {
    const index = listName === undefined ? path[0] : path[1]
    if (typeof index !== 'number' || (listName !== undefined && path[0] !== listName)) return null
    bad.add(index)
  }
  return bad
}

function withoutItems(result: unknown, listName: string | undefined, bad: ReadonlySet<number>): unknown {
  if (Array.isArray(result)) return result.filter((_item, index) => !bad.has(index))
  if (listName === undefined || !isRecord(result)) return result
  return {...result, [listName]: withoutItems(result[listName], undefined, bad)}
}
