import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** What the message of a failed transaction begins with. */
export const MUTATION_PREFIX = 'The mutation(s) failed: '

/** An error in the shape in which clients read failed mutations; `error` has the item's `type` and what belongs to it. */
export function mutationError(
  code: 'badRequest' | 'conflict',
  description: string,
  error: JsonObject,
  cause?: unknown,
): LakeError {
  return new LakeError(code, MUTATION_PREFIX + description, {
    details: {type: 'mutationError', items: [{error: {description, ...error}, index: 0}]},
    cause,
  })
}

/**
 * Does what belongs to one mutation or action of a request, so that its errors say which one it was.
 * @param index - its place in the request
 */
export function atIndex<Result>(index: number, run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    const items: unknown = error instanceof LakeError ? error.details?.['items'] : undefined
    if (index === 0 || !(error instanceof LakeError) || !Array.isArray(items)) throw error
    throw new LakeError(error.code, error.message, {
      details: {...error.details, items: items.map((item: object) => ({...item, index}))},
      cause: error.cause,
    })
  }
}
