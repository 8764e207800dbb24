import {ContentError} from '../core.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ReaderOptions} from './contentOptions.ts'

/** Tells the hook of every problem once, whether validation threw or left something out. */
export function reporting<Result extends {readonly problems: readonly ContentProblem[]}>(
  {onProblem}: ReaderOptions,
  validate: () => Result,
): Result {
  const report = (problems: readonly ContentProblem[]) => {
    for (const problem of problems) onProblem?.(problem)
  }
  let result: Result
  try {
    result = validate()
  } catch (error) {
    if (error instanceof ContentError) report(error.problems)
    throw error
  }
  // Outside: what the hook throws may be a ContentError, too.
  report(result.problems)
  return result
}
