import {loadSchema} from '../validation/loadSchema.ts'
import type {ResultCheck} from '../validation/strictness.ts'
import type {ListContext, ValidList} from '../validation/validateList.ts'
import type {ReaderOptions} from './contentOptions.ts'
import type {SourceResponse} from './contentSource.ts'
import type {CutList, PartsResult} from './reader.ts'
import {reporting} from './reporting.ts'

/** Gives the object that a source answered with, without the items of its lists that are not as promised. */
export async function checkParts<Parts>(
  {result, syncTags}: SourceResponse,
  check: ResultCheck<Parts>,
  lists: Omit<ListContext, 'onInvalid' | 'studioUrl'>,
  options: ReaderOptions,
): Promise<PartsResult<Parts>> {
  const {value, problems} = await checkList(result, check, lists, options)
  return {parts: value, problems, syncTags}
}

/** The same of a list of rows, cut to a limit before anything is left out. */
export async function checkRows<Items>(
  {result, syncTags}: SourceResponse,
  check: ResultCheck<Items>,
  {
    queryName,
    limit = Number.POSITIVE_INFINITY,
  }: {readonly queryName: string; readonly limit: number | undefined},
  options: ReaderOptions,
): Promise<CutList<Items>> {
  const rows = Array.isArray(result) && result.length > limit ? result.slice(0, limit) : result
  const {value, problems} = await checkList(rows, check, {queryName}, options)
  const lastRow: unknown = Array.isArray(rows) ? rows.at(-1) : null
  return {items: value, problems, syncTags, hasMore: rows !== result, lastRow}
}

async function checkList<Result>(
  result: unknown,
  check: ResultCheck<Result>,
  lists: Omit<ListContext, 'onInvalid' | 'studioUrl'>,
  options: ReaderOptions,
): Promise<ValidList<Result>> {
  if (check.matches(result)) return {value: result, problems: []}
  const [{schema, paths}, {validateList}] = await Promise.all([
    check.load(loadSchema),
    import('../validation/validateList.ts'),
  ])
  const {studioUrl, onInvalid = 'omit'} = options
  return reporting(options, () => validateList(result, schema, {...lists, studioUrl, onInvalid, paths}))
}
