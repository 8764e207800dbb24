import type {ReaderOptions, ReadOptions} from '../client/contentOptions.ts'
import type {ClientLike} from '../client/clientLike.ts'
import {createClientSource} from '../client/createClientSource.ts'
import {createReader} from '../client/createReader.ts'
import type {PartsResult, Reader} from '../client/reader.ts'
import type {ResultOf} from '../content/results.ts'
import type {feedData} from '../generated/feedData.ts'
import {feedDataLight} from '../generated/feedData.light.ts'
import {checkLimit} from '../paging/pageOptions.ts'
import {pickPublished, type Strictness} from '../validation/strictness.ts'

/** What resolving a feed reads: feeds, running campaigns, and articles that may appear. */
export type FeedContent<S extends Strictness = 'published'> = ResultOf<typeof feedData, S>

/** How many articles to look at. */
export interface FeedReadOptions extends ReadOptions {
  /** The newest so many articles may appear, and whatever is pinned or in a campaign. 1 to 1000, default 200. */
  readonly candidateLimit?: number | undefined
}

/** Articles that are looked at when the caller does not say. */
export const DEFAULT_CANDIDATE_LIMIT = 200
const articleLists = ['pinned', 'featured', 'newest']

/**
 * Reads what resolving feeds needs through any client, in one request, of published content. Articles that
 * are not as promised are left out and reported.
 *
 * @throws ContentError those of reading
 *
 * @example
 * ```ts
 * const {parts} = await fetchFeedData(useClient({apiVersion: '2025-02-19'}))
 * ```
 */
export function fetchFeedData(
  client: ClientLike,
  options: ReaderOptions & FeedReadOptions & {readonly perspective?: 'published'} = {},
): Promise<PartsResult<FeedContent>> {
  return readFeedData(createReader(createClientSource(client), options, pickPublished), options)
}

/** The same through a reader that is there already. */
export async function readFeedData<S extends Strictness>(
  reader: Reader<S>,
  {candidateLimit = DEFAULT_CANDIDATE_LIMIT, signal, timeoutMs, fetchOptions}: FeedReadOptions,
): Promise<PartsResult<FeedContent<S>>> {
  const options = {signal, timeoutMs, fetchOptions}
  return reader.parts(feedDataLight, {candidateLimit: checkLimit(candidateLimit)}, articleLists, options)
}
