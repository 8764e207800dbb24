import {ContentError} from '../errors/ContentError.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ContentQuery, LightQuery} from '../validation/contentQuery.ts'
import type {ResultCheck, SchemaPicker, Strictness} from '../validation/strictness.ts'
import type {ListContext, ValidList} from '../validation/validateList.ts'
import {systemClock} from './clock.ts'
import type {ReaderOptions, ReadOptions} from './contentOptions.ts'
import type {ContentSource, SourceResponse} from './contentSource.ts'
import type {QueryParams, Reader} from './reader.ts'
import {withDeadline} from './withDeadline.ts'

const DEFAULT_TIMEOUT_MS = 15_000

/** Reads from a source with the given options; `pick` says how strict. */
export function createReader<S extends Strictness>(
  source: ContentSource,
  options: ReaderOptions,
  pick: SchemaPicker<S>,
): Reader<S> {
  const {studioUrl, onInvalid = 'omit'} = options
  return {
    async one(query, params, readOptions, prepare = (result) => result) {
      const {result} = await read(source, options, query, params, readOptions)
      const check = pick(query)
      const value = prepare(result)
      if (check.matches(value)) return value
      const [schema, {validateResult}] = await Promise.all([
        check.load(),
        import('../validation/validateResult.ts'),
      ])
      const valid = reporting(options, () => ({
        value: validateResult(value, schema, {queryName: query.name, studioUrl}),
        problems: [],
      }))
      return valid.value
    },
    async parts(query, params, listNames, readOptions) {
      const {result, syncTags} = await read(source, options, query, params, readOptions)
      const context = {queryName: query.name, studioUrl, onInvalid, listNames}
      const {value, problems} = await checkList(result, pick(query), context, options)
      return {parts: value, problems, syncTags}
    },
    async list(query, params, readOptions, limit = Number.POSITIVE_INFINITY) {
      const {result, syncTags} = await read(source, options, query, params, readOptions)
      const rows = Array.isArray(result) && result.length > limit ? result.slice(0, limit) : result
      const context = {queryName: query.name, studioUrl, onInvalid}
      const {value, problems} = await checkList(rows, pick(query), context, options)
      const lastRow: unknown = Array.isArray(rows) ? rows.at(-1) : null
      return {items: value, problems, syncTags, hasMore: rows !== result, lastRow}
    },
  }
}

/** What says how a result is wrong is loaded only for results that are. */
async function checkList<Result>(
  result: unknown,
  check: ResultCheck<Result>,
  context: ListContext,
  options: ReaderOptions,
): Promise<ValidList<Result>> {
  if (check.matches(result)) return {value: result, problems: []}
  const [schema, {validateList}] = await Promise.all([check.load(), import('../validation/validateList.ts')])
  return reporting(options, () => validateList(result, schema, context))
}

async function read(
  source: ContentSource,
  options: ReaderOptions,
  {name: queryName, query, params: names}: ContentQuery | LightQuery,
  params: QueryParams,
  readOptions: ReadOptions = {},
): Promise<SourceResponse> {
  const missing = names.filter((name) => params[name] === undefined)
  if (missing.length > 0) {
    throw new TypeError(`Query ${queryName} needs ${missing.join(', ')}. Give null to say "any".`)
  }
  const {perspective = 'published', clock = systemClock} = options
  const {signal, timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS} = readOptions
  const {fetchOptions = {}, lastLiveEventId = null} = readOptions
  const deadline = clock.now() + timeoutMs
  const response = await withDeadline(
    (ends) =>
      source.fetch({
        queryName,
        query,
        params,
        perspective,
        signal: ends,
        deadline,
        fetchOptions,
        lastLiveEventId,
      }),
    {timeoutMs, signal, clock, queryName},
  )
  options.onResponse?.({queryName, syncTags: response.syncTags})
  return response
}

/** Tells the hook of every problem, whether validation threw or left something out. */
function reporting<Result extends {readonly problems: readonly ContentProblem[]}>(
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
