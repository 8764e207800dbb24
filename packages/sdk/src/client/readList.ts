import type {ContentQuery, LightQuery} from '../validation/contentQuery.ts'
import {loadSchema} from '../validation/loadSchema.ts'
import type {ResultCheck, ResultUnder, Strictness} from '../validation/strictness.ts'
import type {ListContext, ValidList} from '../validation/validateList.ts'
import type {ReaderOptions, ReadOptions} from './contentOptions.ts'
import type {CutList, FetchRows, ListResult, PartsResult, QueryParams, Reader} from './reader.ts'
import {reporting} from './reporting.ts'

/** Rows to read of a list, and how; all of them, in one go, unless it says otherwise. */
export interface RowOptions {
  readonly limit?: number
  readonly fetchRows?: FetchRows | undefined
}

/**
 * Reads an object, leaving what is not as promised out of the named ones of its lists, but for what is asked for;
 * without names, out of the result itself where that is a list.
 */
export async function readParts<S extends Strictness, Published, Drafts>(
  reader: Reader<S>,
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
  params: QueryParams,
  listNames: readonly string[] | undefined,
  options?: ReadOptions,
  isAskedFor?: (item: unknown) => boolean,
): Promise<PartsResult<ResultUnder<S, Published, Drafts>>> {
  const {result, syncTags} = await reader.read(query, params, options)
  const lists = {queryName: query.name, listNames, isAskedFor}
  const {value, problems} = await checkLists(result, reader.pick(query), lists, reader.options)
  return {parts: value, problems, syncTags}
}

/** Reads a list, leaving out what is not as promised; with `limit`, only its first rows. */
export async function readList<
  S extends Strictness,
  Published extends readonly unknown[],
  Drafts extends readonly unknown[],
>(
  reader: Reader<S>,
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
  params: QueryParams,
  options?: ReadOptions,
  {limit = Number.POSITIVE_INFINITY, fetchRows}: RowOptions = {},
): Promise<CutList<ResultUnder<S, Published, Drafts>>> {
  const {result, syncTags} = await reader.read(query, params, options, fetchRows)
  // Cut before anything is left out.
  const rows = Array.isArray(result) && result.length > limit ? result.slice(0, limit) : result
  const lists = {queryName: query.name}
  const {value, problems} = await checkLists(rows, reader.pick(query), lists, reader.options)
  const lastRow: unknown = Array.isArray(rows) ? rows.at(-1) : null
  return {items: value, problems, syncTags, hasMore: rows !== result, lastRow}
}

/** Reads all of a list, leaving out what is not as promised. */
export async function readWholeList<
  S extends Strictness,
  Published extends readonly unknown[],
  Drafts extends readonly unknown[],
>(
  reader: Reader<S>,
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
  params: QueryParams,
  options?: ReadOptions,
): Promise<ListResult<ResultUnder<S, Published, Drafts>>> {
  const {items, problems, syncTags} = await readList(reader, query, params, options)
  return {items, problems, syncTags}
}

async function checkLists<Result>(
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
