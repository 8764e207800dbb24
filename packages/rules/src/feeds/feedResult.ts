import type {FeedCandidate} from './feedContent.ts'
import type {ScheduleNote} from './schedule.ts'

export type Why = 'pin' | 'campaign' | 'rule' | 'fallback'

/** One entry of a resolved feed, and the reason that it is there. */
export interface FeedItem<C extends FeedCandidate = FeedCandidate> {
  readonly article: C
  readonly why: Why
  /** From 1. */
  readonly position: number
  /** The feed whose slot it came from: another one when a fallback filled in. */
  readonly feedId: string
  readonly slotKey: string
  readonly campaignId: string | null
  /** What decided its place: priority of the campaign, weight in it, rank by the order of the rule (from 1). */
  readonly score: {
    readonly priority: number | null
    readonly weight: number | null
    readonly rank: number | null
  }
  /** The address that `urlOf` gave, with link tags in off-site placements; null without `urlOf`. */
  readonly url: string | null
}

export interface SlotCoverage {
  readonly feedId: string
  readonly slotKey: string
  readonly kind: string
  /** How many articles could have filled the slot now. */
  readonly matched: number
  readonly taken: number
}

export interface FeedProblem {
  readonly code:
    | 'schedule'
    | 'too-few-items'
    | 'missing-article'
    | 'missing-feed'
    | 'equal-priority'
    | 'unknown-slot'
  readonly documentId: string
  readonly path: string
  readonly message: string
}

/** A feed as it stands at one instant. */
export interface ResolvedFeed<C extends FeedCandidate = FeedCandidate> {
  readonly feedId: string
  readonly key: string | null
  readonly title: string | null
  readonly at: string
  readonly items: readonly FeedItem<C>[]
  /** Until this instant, not included, `items` stay as they are; null: for good. ISO 8601. */
  readonly nextChangeAt: string | null
  /** The arm of the experiment that was shown. */
  readonly variant: string | null
  readonly coverage: readonly SlotCoverage[]
  /** How many items it lacks of the feed's `minItems`. */
  readonly missing: number
}

/** What an editor is told of a resolved feed, besides its items. */
export interface FeedExplanation {
  /** One sentence for each item, and for each pin and campaign that shows nothing now. */
  readonly explain: readonly string[]
  /** Local times that the clocks skip or repeat, and how they were read. */
  readonly notes: readonly ScheduleNote[]
  readonly problems: readonly FeedProblem[]
}
