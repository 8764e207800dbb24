import {ContentError} from '../core.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ResultSchema} from './contentQuery.ts'
import {toProblems, type ProblemContext} from './toProblems.ts'

/**
 * Gives the result when it has the promised shape.
 *
 * @throws ContentError `invalid-result` with every problem
 */
export function validateResult<Result>(
  result: unknown,
  schema: ResultSchema<Result>,
  context: ProblemContext,
): Result {
  const parsed = schema.safeParse(result)
  if (parsed.success) return parsed.data
  throw invalidResult(toProblems(result, parsed.error.issues, context), context.queryName)
}

/** The error for content that is not as promised; its message is that of the first problem. */
export function invalidResult(problems: readonly ContentProblem[], queryName: string): ContentError {
  const [first] = problems
  const message = first ? first.message : `The result of ${queryName} is not as promised.`
  const rest = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return new ContentError('invalid-result', message + rest, {queryName, problems})
}
