import {chooseVariant} from './chooseVariant.ts'
import type {FeedCandidate, FeedFacts} from './feedContent.ts'
import type {FeedContext} from './feedContext.ts'
import {publishedFrom} from './findEligible.ts'

/** So many instants at which something could change are tried before one of them is given as it is. */
const MAX_TRIES = 48

/**
 * The earliest instant after `at` at which the items differ, in milliseconds; null when they never will.
 *
 * Every change happens at a border of a schedule, of an article's span or of an experiment's week. Borders
 * at which nothing changes after all are passed over, up to a bound; then the border itself is given,
 * which is early and never late.
 */
export function findNextChange<C extends FeedCandidate>(
  feed: FeedFacts,
  at: number,
  context: FeedContext<C>,
  unit: string | null,
  signatureAt: (instant: number) => string,
): number | null {
  const now = signatureAt(at)
  let last = at
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const next = nextBorder(feed, last, context, unit)
    if (next === null || signatureAt(next) !== now) return next
    last = next
  }
  return last
}

function nextBorder<C extends FeedCandidate>(
  feed: FeedFacts,
  after: number,
  context: FeedContext<C>,
  unit: string | null,
): number | null {
  let next = chooseVariant(feed.experiment, unit, after)?.until ?? Infinity
  const offer = (instant: number | null): void => {
    if (instant !== null && instant > after && instant < next) next = instant
  }
  for (const one of feedsInPlay(feed, context)) {
    for (const slot of one.slots ?? []) {
      if (slot.kind === 'pinned') {
        offer(context.stateOf(slot.window, after).nextChange)
        offerPublication(slot.pin, context, offer)
      } else if (slot.kind === 'rule' || slot.kind === 'fallback') {
        for (const {start, end} of context.eligibleFor(one, slot)) {
          offer(start)
          offer(end)
        }
      } else if (slot.kind === 'campaign') {
        // The slots of a variant show the campaigns of the feed itself.
        for (const {window, items} of [...context.campaignsOf(feed), ...context.campaignsOf(one)]) {
          offer(context.stateOf(window, after).nextChange)
          for (const {article} of items ?? []) offerPublication(article, context, offer)
        }
      }
    }
  }
  return Number.isFinite(next) ? next : null
}

/** An article, and its translations: a pin shows the reader's language once that is out. */
function offerPublication<C extends FeedCandidate>(
  articleId: string | null | undefined,
  context: FeedContext<C>,
  offer: (instant: number) => void,
): void {
  const article = articleId ? context.byId.get(articleId) : undefined
  if (!article) return
  offer(publishedFrom(article))
  if (!article.translationGroup || !context.options.locale) return
  for (const one of context.options.candidates) {
    if (one.translationGroup === article.translationGroup) offer(publishedFrom(one))
  }
}

/** The feed, those that its experiment shows, and those that fill up behind it. */
function feedsInPlay<C extends FeedCandidate>(feed: FeedFacts, context: FeedContext<C>): FeedFacts[] {
  const found = new Map<string, FeedFacts>([[feed._id, feed]])
  for (const one of found.values()) {
    const variants = (one.experiment?.variants ?? []).map((variant) => variant.feed)
    for (const id of [...variants, one.fallback]) {
      const other = id ? context.feedById.get(id) : undefined
      if (other) found.set(other._id, other)
    }
  }
  return [...found.values()]
}
