import {createTray} from './createTray.ts'
import type {Tray} from './createTray.ts'
import type {FeedCandidate, FeedFacts, FeedSlot} from './feedContent.ts'
import type {FeedContext} from './feedContext.ts'
import type {SlotCoverage, Why} from './feedResult.ts'
import {offersOf} from './slotOffers.ts'
import type {Pick} from './slotOffers.ts'

export interface Picked<C extends FeedCandidate> {
  readonly picks: readonly Pick<C>[]
  readonly coverage: readonly SlotCoverage[]
}

/**
 * Fills a feed at an instant: its slots from first to last, back-fill slots after all others, and a
 * fallback feed where fewer than `minItems` were found.
 *
 * An editor's pin is never overruled: what fills up behind it gives way to it.
 */
export function pickItems<C extends FeedCandidate>(
  feed: FeedFacts,
  slots: readonly FeedSlot[],
  at: number,
  context: FeedContext<C>,
): Picked<C> {
  const limit = Math.min(feed.limit ?? Infinity, context.options.size ?? Infinity)
  const tray = createTray(feed, limit, slots, at, context)
  const coverage: SlotCoverage[] = []
  fillSlots(feed, slots, at, context, tray, coverage, null)
  const seen = new Set([feed._id])
  let fallback = feed.fallback ? context.feedById.get(feed.fallback) : undefined
  while (fallback && !seen.has(fallback._id) && tray.picks.length < Math.min(feed.minItems ?? 1, limit)) {
    seen.add(fallback._id)
    fillSlots(fallback, fallback.slots ?? [], at, context, tray, coverage, 'fallback')
    fallback = fallback.fallback ? context.feedById.get(fallback.fallback) : undefined
  }
  return {picks: tray.picks, coverage}
}

function fillSlots<C extends FeedCandidate>(
  feed: FeedFacts,
  slots: readonly FeedSlot[],
  at: number,
  context: FeedContext<C>,
  tray: Tray<C>,
  coverage: SlotCoverage[],
  why: Why | null,
): void {
  const backfill = slots.filter(({kind}) => kind === 'fallback')
  for (const slot of [...slots.filter(({kind}) => kind !== 'fallback'), ...backfill]) {
    const {matched, picks} = offersOf(feed, slot, at, context)
    const taken = tray.take(picks, slot, why)
    coverage.push({
      feedId: feed._id,
      slotKey: slot._key,
      kind: slot.kind ?? '',
      matched,
      taken,
    })
  }
}
