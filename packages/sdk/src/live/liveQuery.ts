import type {ContentSource} from '../client/contentSource.ts'
import {readParts} from '../client/readList.ts'
import type {QueryParams, Reader} from '../client/reader.ts'
import {systemClock} from '../core.ts'
import type {ContentQuery} from '../validation/contentQuery.ts'
import type {ResultUnder, Strictness} from '../validation/strictness.ts'
import {followResults, type ResultIterator} from './followResults.ts'
import type {LiveOptions} from './liveOptions.ts'

const DEFAULT_TIMEOUT_MS = 15_000
// However long a read may take: a connection that says nothing for longer than this is none.
const MAX_OPENING_MS = 60_000

/** Follows a query through a source's events, from the first `next` until `return` or the caller's signal. */
export function liveQuery<S extends Strictness, Published, Drafts>(
  source: ContentSource,
  reader: Reader<S>,
  query: ContentQuery<Published, Drafts>,
  [params = {}, options = {}]: readonly [params?: QueryParams, options?: LiveOptions],
  includeDrafts: boolean,
): ResultIterator<ResultUnder<S, Published, Drafts>> {
  const {clock = systemClock, random = Math.random, timeoutMs: readerTimeoutMs} = reader.options
  const {onStatus, signal, ...readOptions} = options
  const timeoutMs = options.timeoutMs ?? readerTimeoutMs ?? DEFAULT_TIMEOUT_MS
  return followResults({
    events: source.events,
    timeoutMs: Math.min(timeoutMs, MAX_OPENING_MS),
    includeDrafts,
    clock,
    random,
    signal,
    onStatus,
    async read(lastEventId, ends) {
      const event = {lastLiveEventId: lastEventId ?? undefined, signal: ends}
      // A result that is a list lacks what is not as promised; any other is whole.
      const {parts, syncTags} = await readParts(reader, query, params, undefined, {...readOptions, ...event})
      return {result: parts, syncTags}
    },
  })
}
