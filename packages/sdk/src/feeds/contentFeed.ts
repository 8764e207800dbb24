import type {Reader} from '../client/reader.ts'
import type {Strictness} from '../validation/strictness.ts'
import {readFeedData} from './readFeedData.ts'
import {
  resolveContentFeed,
  type ContentFeed,
  type FeedArticle,
  type FeedRequest,
} from './resolveContentFeed.ts'

/** Reads a feed and resolves it at `now`, in milliseconds since 1970; null when there is none of that key. */
export type ReadFeed<S extends Strictness> = (
  reader: Reader<S>,
  key: string,
  request: FeedRequest<FeedArticle<S>> | undefined,
  now: number,
) => Promise<ContentFeed<FeedArticle<S>> | null>

// One function for each strictness: only then is it known which articles a feed holds.

/** Reads and resolves a feed of published articles. */
export const publishedFeed: ReadFeed<'published'> = async (reader, key, request = {}, now) =>
  resolveContentFeed(await readFeedData(reader, request, key), key, request, now)

/** Reads and resolves a feed of articles that may be drafts. */
export const draftsFeed: ReadFeed<'drafts'> = async (reader, key, request = {}, now) =>
  resolveContentFeed(await readFeedData(reader, request, key), key, request, now)
