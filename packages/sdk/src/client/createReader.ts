import type {LightQuery, ContentQuery} from '../validation/contentQuery.ts'
import type {SchemaPicker, Strictness} from '../validation/strictness.ts'
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
  // What takes lists apart, and what says how a result is wrong, is loaded only when it is needed.
  return {
    async one(query, params, readOptions, prepare = (result) => result) {
      const {result} = await read(source, options, query, params, readOptions)
      const check = pick(query)
      const value = prepare(result)
      if (check.matches(value)) return value
      const {checkResult} = await import('./checkResult.ts')
      return checkResult(value, check, query.name, options)
    },
    async parts(query, params, listNames, readOptions) {
      const {result, syncTags} = await read(source, options, query, params, readOptions)
      const {checkList} = await import('./checkList.ts')
      const {value, problems} = await checkList(
        result,
        pick(query),
        {queryName: query.name, listNames},
        options,
      )
      return {parts: value, problems, syncTags}
    },
    async list(query, params, readOptions, limit = Number.POSITIVE_INFINITY) {
      const {result, syncTags} = await read(source, options, query, params, readOptions)
      const {checkRows} = await import('./checkList.ts')
      return {...(await checkRows(result, pick(query), query.name, limit, options)), syncTags}
    },
  }
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
  const {syncTags, etag} = response
  options.onResponse?.({queryName, syncTags, etag})
  return response
}
