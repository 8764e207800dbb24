import type {ReadOptions} from '../client/contentOptions.ts'
import type {ContentSource} from '../client/contentSource.ts'
import type {QueryParams, Reader} from '../client/reader.ts'
import type {ContentQuery} from '../validation/contentQuery.ts'
import type {ResultUnder, Strictness} from '../validation/strictness.ts'
import {followResults} from './followResults.ts'

/** A query to follow. */
export interface LiveRequest<Published, Drafts> {
  readonly query: ContentQuery<Published, Drafts>
  readonly params: QueryParams | undefined
  readonly options: ReadOptions | undefined
  readonly includeDrafts: boolean
}

/**
 * Follows a query through a source's events; ends them when the loop is left or the caller's signal fires.
 *
 * @throws TypeError when the source has no events
 */
export async function* liveQuery<S extends Strictness, Published, Drafts>(
  source: ContentSource,
  reader: Reader<S>,
  {query, params = {}, options = {}, includeDrafts}: LiveRequest<Published, Drafts>,
): AsyncGenerator<ResultUnder<S, Published, Drafts>> {
  if (!source.events) throw new TypeError('This source has no live events.')
  const controller = new AbortController()
  const stop = () => controller.abort()
  if (options.signal?.aborted) return
  options.signal?.addEventListener('abort', stop, {once: true})
  try {
    yield* followResults(source.events(includeDrafts, controller.signal), async (lastLiveEventId) => {
      const event = lastLiveEventId === null ? {} : {lastLiveEventId}
      const {parts, syncTags} = await reader.parts(query, params, [], {...options, ...event})
      return {result: parts, syncTags}
    })
  } finally {
    options.signal?.removeEventListener('abort', stop)
    stop()
  }
}
