import type {ReadOptions} from '../client/contentOptions.ts'
import type {PartsResult, Reader} from '../client/reader.ts'
import type {ResultOf} from '../content/results.ts'
import type {feedData} from '../generated/feedData.ts'
import {feedDataLight} from '../generated/feedData.light.ts'
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
const articleLists = ['pinned', 'featured', 'newest']

/** Reads what resolving feeds needs, in one request; articles that are not as promised are left out. */
export async function readFeedData<S extends Strictness>(
  reader: Reader<S>,
  {candidateLimit = DEFAULT_CANDIDATE_LIMIT, signal, timeoutMs, fetchOptions}: FeedReadOptions,
): Promise<PartsResult<FeedContent<S>>> {
  const options = {signal, timeoutMs, fetchOptions}
  return reader.parts(feedDataLight, {candidateLimit: checkLimit(candidateLimit)}, articleLists, options)
}
