import type {ReaderOptions} from '../client/contentOptions.ts'
import type {ClientLike} from '../client/clientLike.ts'
import {createClientSource} from '../client/createClientSource.ts'
import {createReader} from '../client/createReader.ts'
import type {PartsResult} from '../client/reader.ts'
import {pickPublished} from '../validation/strictness.ts'
import {readFeedData, type FeedContent, type FeedReadOptions} from './readFeedData.ts'

/**
 * Reads what resolving feeds needs through any client, in one request, of published content. What is not as
 * promised is left out and reported.
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
  options: ReaderOptions & FeedReadOptions & {readonly perspective?: 'published' | undefined} = {},
): Promise<PartsResult<FeedContent>> {
  return readFeedData(createReader(createClientSource(client), options, pickPublished), options)
}
