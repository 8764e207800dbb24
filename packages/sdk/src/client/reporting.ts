import {ContentError} from '../core.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ReaderOptions} from './contentOptions.ts'

/** Tells the hook of every problem, whether validation threw or left something out. */
export function reporting<Result extends {readonly problems: readonly ContentProblem[]}>(
  {onProblem}: ReaderOptions,
  validate: () => Result,
): Result {
  try {
    const result = validate()
    for (const problem of result.problems) onProblem?.(problem)
    return result
  } catch (error) {
    if (error instanceof ContentError) for (const problem of error.problems) onProblem?.(problem)
    throw error
  }
}
