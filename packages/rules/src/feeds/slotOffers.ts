import type {FeedCandidate, FeedFacts, FeedSlot} from './feedContent.ts'
import type {FeedContext} from './feedContext.ts'
import type {FeedItem, Why} from './feedResult.ts'
import {publishedFrom} from './findEligible.ts'
import type {Eligible} from './findEligible.ts'
import {pinnedArticle} from './pinnedArticle.ts'

/** An article with the reason that it was taken; what `FeedItem` adds follows from its place. */
export type Pick<C extends FeedCandidate> = Omit<FeedItem<C>, 'position' | 'url'>

/** What could fill a slot now: how many, and one after the other, so that only what is taken is made. */
export interface Offers<C extends FeedCandidate> {
  readonly matched: number
  readonly picks: Iterable<Pick<C>>
}

export function offersOf<C extends FeedCandidate>(
  feed: FeedFacts,
  slot: FeedSlot,
  at: number,
  context: FeedContext<C>,
): Offers<C> {
  switch (slot.kind) {
    case 'pinned': {
      const article = pinnedArticle(slot, at, context)
      const picks = article ? [createPick(article, 'pin', feed, slot)] : []
      return {matched: picks.length, picks}
    }
    case 'campaign': {
      const picks = campaignOffers(feed, slot, at, context)
      return {matched: picks.length, picks}
    }
    case 'rule':
    case 'fallback': {
      const eligible = context.eligibleFor(feed, slot)
      let matched = 0
      for (const {start, end} of eligible) if (start <= at && at < end) matched += 1
      return {matched, picks: ruleOffers(eligible, feed, slot, slot.kind, at)}
    }
    default:
      return {matched: 0, picks: []}
  }
}

function* ruleOffers<C extends FeedCandidate>(
  eligible: readonly Eligible<C>[],
  feed: FeedFacts,
  slot: FeedSlot,
  why: 'rule' | 'fallback',
  at: number,
): Generator<Pick<C>> {
  let rank = 0
  for (const {candidate: article, start, end} of eligible) {
    if (start > at || at >= end) continue
    rank += 1
    yield createPick(article, why, feed, slot, {rank})
  }
}

function campaignOffers<C extends FeedCandidate>(
  feed: FeedFacts,
  slot: FeedSlot,
  at: number,
  context: FeedContext<C>,
): Pick<C>[] {
  const {locale} = context.options
  return context
    .campaignsOf(feed)
    .filter(({window}) => window && context.stateOf(window, at).active)
    .flatMap(({_id, items, priority}) =>
      (items ?? [])
        .map(({article, weight}, index) => ({
          article: context.byId.get(article ?? ''),
          weight: weight ?? 1,
          index,
        }))
        .toSorted((a, b) => b.weight - a.weight || a.index - b.index)
        .flatMap(({article, weight}) => {
          if (!article || publishedFrom(article) > at) return []
          if (locale && article.language && article.language !== locale) return []
          return [createPick(article, 'campaign', feed, slot, {priority: priority ?? 0, weight}, _id)]
        }),
    )
}

function createPick<C extends FeedCandidate>(
  article: C,
  why: Why,
  feed: FeedFacts,
  slot: FeedSlot,
  {priority = null, weight = null, rank = null}: Partial<FeedItem['score']> = {},
  campaignId: string | null = null,
): Pick<C> {
  return {article, why, feedId: feed._id, slotKey: slot._key, campaignId, score: {priority, weight, rank}}
}
