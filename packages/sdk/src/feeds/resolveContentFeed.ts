import {
  explainFeed,
  resolveFeed,
  type CampaignFacts,
  type FeedCandidate,
  type FeedExplanation,
  type FeedFacts,
  type FeedOptions,
  type ResolvedFeed,
} from '@spine-center/rules/feeds'
import {instantOf} from '../client/instantOf.ts'
import type {PartsResult, ReadAccount} from '../client/reader.ts'
import type {ResultUnder, Strictness} from '../validation/strictness.ts'
import {DEFAULT_CANDIDATE_LIMIT, type FeedContent, type FeedReadOptions} from './readFeedData.ts'

/** An article as feeds read it, and what its card shows. */
export type FeedArticle<S extends Strictness = 'published'> = ResultUnder<
  S,
  FeedContent['pinned'][number],
  FeedContent<'drafts'>['pinned'][number]
>

/** When, where and for whom a feed is resolved. */
export interface FeedRequest<Article extends FeedCandidate = FeedArticle>
  extends
    FeedReadOptions,
    Pick<FeedOptions<Article>, 'locale' | 'unitId' | 'size' | 'placement' | 'urlOf' | 'expandRecurrence'> {
  /** Id or slug of the article that the feed stands below. */
  readonly host?: string | undefined
  /** The instant to resolve for. Default: now. */
  readonly at?: Date | string | undefined
}

/** A feed at an instant: items with reasons, until when they stay so, and what was read for it. */
export interface ContentFeed<Article extends FeedCandidate = FeedArticle>
  extends ResolvedFeed<Article>, FeedExplanation {
  /** Articles, campaigns and other feeds left out because they are not as promised, and sync tags of what was read. */
  readonly read: ReadAccount
  /** False when there are more articles than `candidateLimit`: a rule may have missed older ones. */
  readonly isComplete: boolean
}

/** Lists of articles that may appear, with the feeds and campaigns that decide. */
export interface FeedParts<Article extends FeedCandidate> {
  readonly feeds: readonly FeedFacts[]
  readonly campaigns: readonly CampaignFacts[]
  readonly pinned: readonly Article[]
  readonly featured: readonly Article[]
  readonly newest: readonly Article[]
}

/** Resolves one feed from what was read: the pure functions of the rules on it. Null when it is not there. */
export function resolveContentFeed<Article extends FeedCandidate>(
  {parts, problems, syncTags}: PartsResult<FeedParts<Article>>,
  key: string,
  {at, host, candidateLimit = DEFAULT_CANDIDATE_LIMIT, ...options}: FeedRequest<Article>,
  now: number,
): ContentFeed<Article> | null {
  const feed = parts.feeds.find((one) => one.key === key)
  if (!feed) return null
  const candidates = uniqueById([...parts.pinned, ...parts.featured, ...parts.newest])
  const given: FeedOptions<Article> = {
    ...options,
    now: instantOf(at, now),
    candidates,
    campaigns: parts.campaigns,
    feeds: parts.feeds,
    host: candidates.find(({slug}) => slug === host)?.['_id'] ?? host ?? null,
  }
  const resolved = resolveFeed(feed, given)
  return {
    ...resolved,
    ...explainFeed(feed, given, resolved),
    read: {problems, syncTags},
    isComplete: parts.newest.length + countArticles(problems) < candidateLimit,
  }
}

// Those left out took a place among the newest, or may have.
function countArticles(leftOut: ReadAccount['problems']): number {
  return new Set(leftOut.flatMap(({itemId, itemType}) => (itemType === 'article' ? itemId : []))).size
}

function uniqueById<Item extends {readonly _id: string}>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item['_id'], item])).values()]
}
