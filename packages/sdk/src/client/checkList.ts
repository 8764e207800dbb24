import type {ResultCheck} from '../validation/strictness.ts'
import type {ListContext, ValidList} from '../validation/validateList.ts'
import type {ReaderOptions} from './contentOptions.ts'
import type {CutList} from './reader.ts'
import {reporting} from './reporting.ts'

/** Gives a result without the list items that are not as promised, and what is wrong with those. */
export async function checkList<Result>(
  result: unknown,
  check: ResultCheck<Result>,
  list: Pick<ListContext, 'queryName' | 'listNames'>,
  options: ReaderOptions,
): Promise<ValidList<Result>> {
  if (check.matches(result)) return {value: result, problems: []}
  const [schema, {validateList}] = await Promise.all([check.load(), import('../validation/validateList.ts')])
  const {studioUrl, onInvalid = 'omit'} = options
  return reporting(options, () => validateList(result, schema, {...list, studioUrl, onInvalid}))
}

/** The same of a list of rows, cut to a limit before anything is left out. */
export async function checkRows<Items>(
  result: unknown,
  check: ResultCheck<Items>,
  queryName: string,
  limit: number,
  options: ReaderOptions,
): Promise<Omit<CutList<Items>, 'syncTags'>> {
  const rows = Array.isArray(result) && result.length > limit ? result.slice(0, limit) : result
  const {value, problems} = await checkList(rows, check, {queryName}, options)
  const lastRow: unknown = Array.isArray(rows) ? rows.at(-1) : null
  return {items: value, problems, hasMore: rows !== result, lastRow}
}
