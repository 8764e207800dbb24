import {chooseVariant} from './chooseVariant.ts'
import type {FeedCandidate, FeedFacts} from './feedContent.ts'
import {createFeedContext, slotsOf} from './feedContext.ts'
import type {FeedContext, FeedOptions} from './feedContext.ts'
import type {FeedItem, ResolvedFeed} from './feedResult.ts'
import {findNextChange} from './findNextChange.ts'
import type {Maybe} from './schedule.ts'
import {pickItems} from './pickItems.ts'
import type {Picked} from './pickItems.ts'
import type {Pick} from './slotOffers.ts'
import {isOffSite, tagUrl} from './tagUrl.ts'

/**
 * Works out what a feed shows at an instant and until when that stays so; {@link explainFeed} says why in sentences.
 *
 * Nothing runs in the background and nothing is stored: schedules are read when the feed is. The same
 * input gives the same bytes. `nextChangeAt` is the exact lifetime for a cache, as far as the clock
 * decides; a change of the content is another matter.
 *
 * @throws TypeError when `now` is not an ISO 8601 date-time.
 * @example resolveFeed(feed, {now: '2026-11-26T14:00:00Z', candidates, campaigns, host: article._id, locale: 'en'})
 */
export function resolveFeed<C extends FeedCandidate>(
  feed: FeedFacts,
  options: FeedOptions<C>,
): ResolvedFeed<C> {
  const at = Date.parse(options.now)
  if (Number.isNaN(at)) {
    throw new TypeError(
      `now must be an ISO 8601 date-time such as 2026-11-26T14:00:00Z, not “${options.now}”.`,
    )
  }
  const context = createFeedContext(feed, options)
  const unit = unitOf(feed, options)
  const {picked, variant} = pickAt(feed, at, context, unit)
  const items = picked.picks.map((pick, index) => toItem(pick, index, feed, context))
  const next = findNextChange(feed, at, context, unit, (instant) => {
    const then = pickAt(feed, instant, context, unit)
    return signatureOf(then.picked, then.variant)
  })
  return {
    feedId: feed._id,
    key: feed.key ?? null,
    title: feed.title ?? null,
    at: new Date(at).toISOString(),
    items,
    nextChangeAt: next === null ? null : new Date(next).toISOString(),
    variant,
    coverage: picked.coverage,
    missing: Math.max(0, (feed.minItems ?? 0) - items.length),
  }
}

function unitOf(
  {experiment}: FeedFacts,
  {host, unitId}: {host?: Maybe<string>; unitId?: Maybe<string>},
): string | null {
  return (experiment?.unit === 'article' ? host : unitId) ?? null
}

function pickAt<C extends FeedCandidate>(
  feed: FeedFacts,
  at: number,
  context: FeedContext<C>,
  unit: string | null,
) {
  const variant = chooseVariant(feed.experiment, unit, at)
  const slots = slotsOf(feed, variant?.feed ?? null, context)
  return {picked: pickItems(feed, slots, at, context), variant: variant?.id ?? null}
}

/** All that a reader of the items could tell apart. */
function signatureOf<C extends FeedCandidate>({picks}: Picked<C>, variant: string | null): string {
  const parts = picks.map(({article, why, feedId, slotKey, campaignId, score}) =>
    [article._id, why, feedId, slotKey, campaignId, score.rank].join(' '),
  )
  return [variant, ...parts].join('\n')
}

function toItem<C extends FeedCandidate>(
  pick: Pick<C>,
  index: number,
  feed: FeedFacts,
  {options}: FeedContext<C>,
): FeedItem<C> {
  const url = options.urlOf ? options.urlOf(pick.article) : null
  const campaign = (options.campaigns ?? []).find(({_id}) => _id === pick.campaignId)
  const tagged =
    url !== null && isOffSite(options.placement, feed.placements)
      ? tagUrl(url, feed.utm, campaign?.slug ?? null)
      : url
  return {...pick, position: index + 1, url: tagged}
}
