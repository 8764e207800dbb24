import {loadSchema} from '../validation/loadSchema.ts'
import type {ResultCheck} from '../validation/strictness.ts'
import {validateResult} from '../validation/validateResult.ts'
import type {ReaderOptions} from './contentOptions.ts'
import {reporting} from './reporting.ts'

/**
 * Gives a result that was not known to be as promised when its validator accepts it.
 *
 * @throws ContentError `invalid-result`
 */
export async function checkResult<Result>(
  result: unknown,
  check: ResultCheck<Result>,
  queryName: string,
  options: ReaderOptions,
): Promise<Result> {
  const {schema, paths} = await check.load(loadSchema)
  const {studioUrl} = options
  return reporting(options, () => ({
    value: validateResult(result, schema, {queryName, studioUrl, paths}),
    problems: [],
  })).value
}
