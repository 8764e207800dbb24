import type {ReadOptions} from '../client/contentOptions.ts'
import {readParts} from '../client/readList.ts'
import type {PartsResult, Reader} from '../client/reader.ts'
import type {ResultOf} from '../content/results.ts'
import type {feedData} from '../generated/feedData.ts'
import {feedDataLight} from '../generated/feedData.light.ts'
import {isRecord} from '../core.ts'
import {checkLimit} from '../paging/pageOptions.ts'
import type {Strictness} from '../validation/strictness.ts'

/** What resolving a feed reads: feeds, running campaigns, and articles that may appear. */
export type FeedContent<S extends Strictness = 'published'> = ResultOf<typeof feedData, S>

/** How many articles to look at. */
export interface FeedReadOptions extends ReadOptions {
  /** The newest so many articles may appear, and whatever is pinned or in a campaign. 1 to 1000, default 200. */
  readonly candidateLimit?: number | undefined
}

/** Articles that are looked at when the caller does not say. */
export const DEFAULT_CANDIDATE_LIMIT = 200
const lists = ['feeds', 'campaigns', 'pinned', 'featured', 'newest']

/**
 * Reads what resolving feeds needs, in one request. What is not as promised is left out: articles, campaigns, and feeds
 * but for the one of the key that is asked for.
 */
export async function readFeedData<S extends Strictness>(
  reader: Reader<S>,
  {candidateLimit = DEFAULT_CANDIDATE_LIMIT, ...options}: FeedReadOptions,
  key?: string,
): Promise<PartsResult<FeedContent<S>>> {
  const params = {candidateLimit: checkLimit(candidateLimit)}
  const isAskedFor = (item: unknown) => isRecord(item) && item['_type'] === 'feed' && item['key'] === key
  return readParts(reader, feedDataLight, params, lists, options, isAskedFor)
}
