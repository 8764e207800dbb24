import type {Reader} from '../client/reader.ts'
import {readFeedData} from './readFeedData.ts'
import {
  resolveContentFeed,
  type ContentFeed,
  type FeedArticle,
  type FeedRequest,
} from './resolveContentFeed.ts'

type Feed<S extends 'published' | 'drafts'> = ContentFeed<FeedArticle<S>> | null

// One function for each strictness: only then is it known which articles a feed holds.

/** Reads and resolves a feed of published articles. */
export async function publishedFeed(
  reader: Reader<'published'>,
  key: string,
  request: FeedRequest | undefined,
  now: number,
): Promise<Feed<'published'>> {
  const asked = request ?? {}
  return resolveContentFeed(await readFeedData(reader, asked), key, asked, now)
}

/** Reads and resolves a feed of articles that may be drafts. */
export async function draftsFeed(
  reader: Reader<'drafts'>,
  key: string,
  request: FeedRequest<FeedArticle<'drafts'>> | undefined,
  now: number,
): Promise<Feed<'drafts'>> {
  const asked = request ?? {}
  return resolveContentFeed(await readFeedData(reader, asked), key, asked, now)
}
