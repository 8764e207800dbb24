import {systemClock} from '../core.ts'
import type {SchemaPicker, Strictness} from '../validation/strictness.ts'
import type {ReaderOptions} from './contentOptions.ts'
import type {ContentSource} from './contentSource.ts'
import type {FetchRows, Read, Reader} from './reader.ts'
import {withDeadline} from './withDeadline.ts'

const DEFAULT_TIMEOUT_MS = 15_000

/** Reads from a source with the given options; `pick` says how strict. */
export function createReader<S extends Strictness>(
  source: Pick<ContentSource, 'fetch'>,
  options: ReaderOptions,
  pick: SchemaPicker<S>,
): Reader<S> {
  const read = openSource(source, options)
  return {
    read,
    pick,
    options,
    async one(query, params, readOptions, prepare = (result) => result) {
      const {result} = await read(query, params, readOptions)
      const check = pick(query)
      const value = prepare(result)
      if (check.matches(value)) return value
      // What says how a result is wrong is loaded only when one is.
      const {checkResult} = await import('./checkResult.ts')
      return checkResult(value, check, query.name, options)
    },
  }
}

const fetchOnce: FetchRows = (fetch, params) => fetch(params)

/** Reads within the time and under the perspective that the options give, and reports each read. */
function openSource(source: Pick<ContentSource, 'fetch'>, options: ReaderOptions): Read {
  const {perspective = 'published', clock = systemClock, onResponse} = options
  return async ({name: queryName, query, params: names}, params, readOptions = {}, fetchRows = fetchOnce) => {
    const {signal, timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS} = readOptions
    if (!names?.every((name) => params[name] !== undefined) || !(timeoutMs >= 0)) {
      const {misuseOf} = await import('./misuseOf.ts')
      throw misuseOf({queryName, names, params, timeoutMs})
    }
    const {fetchOptions = {}, lastLiveEventId = null} = readOptions
    const deadline = clock.now() + timeoutMs
    const request = {queryName, query, perspective, fetchOptions, lastLiveEventId, deadline}
    const response = await withDeadline(
      (ends) => fetchRows((asked) => source.fetch({...request, params: asked, signal: ends}), params),
      {timeoutMs, signal, clock, queryName},
    )
    const {syncTags, etag} = response
    const report = {queryName, params, syncTags, etag}
    onResponse?.(report)
    readOptions.onResponse?.(report)
    return response
  }
}
