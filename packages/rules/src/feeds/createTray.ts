import type {FeedCandidate, FeedFacts, FeedSlot} from './feedContent.ts'
import type {FeedContext} from './feedContext.ts'
import type {Pick} from './slotOffers.ts'
import type {Why} from './feedResult.ts'
import {pinnedArticle} from './pinnedArticle.ts'

/** The items taken so far, with what keeps others out. */
export interface Tray<C extends FeedCandidate> {
  readonly picks: readonly Pick<C>[]
  /** Takes from the offers what fits, in order, and says how many; `why` replaces their own reason. */
  take(offers: Iterable<Pick<C>>, slot: FeedSlot, why: Why | null): number
}

export function createTray<C extends FeedCandidate>(
  feed: FeedFacts,
  limit: number,
  slots: readonly FeedSlot[],
  at: number,
  context: FeedContext<C>,
): Tray<C> {
  const picks: Pick<C>[] = []
  const used = new Set<string>()
  const hidden = hiddenKeys(feed, context)
  // Pins that come later still keep their article from being taken by what comes before.
  const pinned = pinnedKeys(feed, slots, at, context)
  return {
    picks,
    take(offers, slot, why) {
      const most = Math.min(slot.kind === 'pinned' ? 1 : (slot.limit ?? Infinity), limit - picks.length)
      const variety = createVariety(slot)
      let taken = 0
      for (const offer of offers) {
        if (taken >= most) break
        const keys = keysOf(offer.article, feed)
        const isPin = offer.why === 'pin' && why === null
        const blocked = isPin
          ? used.has(offer.article._id)
          : keys.some((key) => used.has(key) || pinned.has(key)) || !variety.admits(offer.article)
        if (blocked || keys.some((key) => hidden.has(key))) continue
        for (const key of keys) used.add(key)
        variety.count(offer.article)
        picks.push(why === null ? offer : {...offer, why})
        taken += 1
      }
      return taken
    },
  }
}

/** What counts as the same article: its id, and what the feed asks for. */
function keysOf(article: FeedCandidate, {dedupe}: FeedFacts): string[] {
  const kinds = dedupe ?? ['canonical']
  const keys = [article._id]
  if (kinds.includes('canonical') && article.canonical) keys.push(`canonical ${article.canonical}`)
  if (kinds.includes('translation-group') && article.translationGroup)
    keys.push(`group ${article.translationGroup}`)
  if (kinds.includes('series') && article.series) keys.push(`series ${article.series}`)
  return keys
}

/** A feed below an article does not link to that article, nor to the same text at another address. */
function hiddenKeys<C extends FeedCandidate>(feed: FeedFacts, context: FeedContext<C>): Set<string> {
  const {host: hostId} = context.options
  if (!hostId || feed.excludeSelf === false) return new Set()
  const host = context.byId.get(hostId)
  return new Set(host ? keysOf({...host, series: null}, feed) : [hostId])
}

function pinnedKeys<C extends FeedCandidate>(
  feed: FeedFacts,
  slots: readonly FeedSlot[],
  at: number,
  context: FeedContext<C>,
): Set<string> {
  const keys = new Set<string>()
  for (const slot of slots) {
    const article = slot.kind === 'pinned' ? pinnedArticle(slot, at, context) : null
    if (!article) continue
    for (const key of keysOf(article, feed)) keys.add(key)
  }
  return keys
}

function createVariety({diversity}: FeedSlot): {
  admits(article: FeedCandidate): boolean
  count(article: FeedCandidate): void
} {
  const counts = new Map<string, number>()
  const limits = [
    ['topics', diversity?.maxPerTopic ?? Infinity],
    ['authors', diversity?.maxPerAuthor ?? Infinity],
  ] as const
  const countOf = (key: string) => counts.get(key) ?? 0
  return {
    admits: (article) =>
      limits.every(([list, most]) => keysIn(article, list).every((key) => countOf(key) < most)),
    count(article) {
      for (const [list] of limits) for (const key of keysIn(article, list)) counts.set(key, countOf(key) + 1)
    },
  }
}

function keysIn(article: FeedCandidate, list: 'topics' | 'authors'): string[] {
  return (article[list] ?? []).map((id) => `${list} ${id}`)
}
