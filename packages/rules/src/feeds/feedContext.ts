import {byId} from '../byId.ts'
import {compareText} from '../compareText.ts'
import type {CampaignFacts, FeedCandidate, FeedFacts, FeedSlot} from './feedContent.ts'
import {findEligible} from './findEligible.ts'
import type {Eligible} from './findEligible.ts'
import type {ExpandRecurrence, Maybe, Schedule} from './schedule.ts'
import {createTimeline, stateAt} from './timeline.ts'
import type {Timeline, TimelineState} from './timeline.ts'

/** What a feed is resolved against. */
export interface FeedOptions<C extends FeedCandidate> {
  /** The instant, ISO 8601. */
  readonly now: string
  /** Articles that may appear, drafts left out. */
  readonly candidates: readonly C[]
  readonly campaigns?: Maybe<readonly CampaignFacts[]>
  /** Other feeds, for fallbacks and the variants of experiments. */
  readonly feeds?: Maybe<readonly FeedFacts[]>
  /** The id of the article that the feed stands below. */
  readonly host?: Maybe<string>
  /** Only articles in this language, or in none. */
  readonly locale?: Maybe<string>
  /** A stable name of the visitor, for experiments split by visitor; it is hashed and not kept. */
  readonly unitId?: Maybe<string>
  /** At most so many items, besides the feed's own limit. */
  readonly size?: Maybe<number>
  /** Where the feed is shown; it decides on link tags. */
  readonly placement?: Maybe<string>
  readonly urlOf?: ((article: C) => string) | undefined
  readonly expandRecurrence?: ExpandRecurrence | undefined
}

/** Content that was indexed once, for as many instants as are looked at. */
export interface FeedContext<C extends FeedCandidate> {
  readonly options: FeedOptions<C>
  readonly byId: ReadonlyMap<string, C>
  readonly feedById: ReadonlyMap<string, FeedFacts>
  /** Active campaigns of a feed, strictest order first: priority, then slug, then id. */
  campaignsOf(feed: FeedFacts): readonly CampaignFacts[]
  eligibleFor(feed: FeedFacts, slot: FeedSlot): readonly Eligible<C>[]
  stateOf(schedule: Maybe<Schedule>, at: number): TimelineState
}

export function createFeedContext<C extends FeedCandidate>(
  feed: FeedFacts,
  options: FeedOptions<C>,
): FeedContext<C> {
  const eligible = new Map<FeedSlot, Map<string, Eligible<C>[]>>()
  const timelines = new Map<Schedule, Timeline>()
  return {
    options,
    byId: byId(options.candidates),
    feedById: byId([...(options.feeds ?? []), feed]),
    campaignsOf: ({_id}) => campaignsOf(_id, options.campaigns ?? []),
    eligibleFor(owner, slot) {
      const byFeed = eligible.get(slot) ?? new Map<string, Eligible<C>[]>()
      eligible.set(slot, byFeed)
      const known = byFeed.get(owner._id)
      if (known) return known
      const found = findEligible(
        slot.rule ?? {},
        owner.sort ?? [],
        options.locale ?? null,
        options.candidates,
      )
      byFeed.set(owner._id, found)
      return found
    },
    stateOf(schedule, at) {
      const known = schedule ? timelines.get(schedule) : undefined
      const timeline =
        known && covers(known, at) ? known : createTimeline(schedule, at, options.expandRecurrence)
      if (schedule) timelines.set(schedule, timeline)
      return stateAt(timeline, at)
    },
  }
}

/** The slots of a feed, or those of the feed that an experiment shows in its place. */
export function slotsOf<C extends FeedCandidate>(
  feed: FeedFacts,
  shownId: string | null,
  {feedById}: FeedContext<C>,
): readonly FeedSlot[] {
  const shown = shownId === null ? undefined : feedById.get(shownId)
  return shown?.slots ?? feed.slots ?? []
}

/** Near its horizon a timeline is made anew, so that the next change is not mistaken for the horizon. */
function covers({from, horizon}: Timeline, at: number): boolean {
  return at >= from && (horizon === Infinity || at < (from + horizon) / 2)
}

function campaignsOf(feedId: string, campaigns: readonly CampaignFacts[]): CampaignFacts[] {
  return campaigns
    .filter(({status, feeds}) => status !== 'paused' && (feeds ?? []).includes(feedId))
    .toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || compareText(nameOf(a), nameOf(b)))
}

function nameOf({slug, _id}: CampaignFacts): string {
  return `${slug ?? ''} ${_id}`
}
