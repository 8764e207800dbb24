import {compareText} from '../compareText.ts'
import type {FeedCandidate, FeedSlot} from './feedContent.ts'
import type {FeedContext} from './feedContext.ts'
import {publishedFrom} from './findEligible.ts'

/** The article that a pin shows at an instant: in the reader's language where a translation is out. */
export function pinnedArticle<C extends FeedCandidate>(
  {pin: pinId, window}: FeedSlot,
  at: number,
  context: FeedContext<C>,
): C | null {
  const pin = pinId ? context.byId.get(pinId) : undefined
  if (!pin || !context.stateOf(window, at).active) return null
  const article = translationOf(pin, at, context) ?? pin
  return publishedFrom(article) <= at ? article : null
}

function translationOf<C extends FeedCandidate>(
  {language, translationGroup}: C,
  at: number,
  {options: {locale, candidates}}: FeedContext<C>,
): C | undefined {
  if (!locale || language === locale || !translationGroup) return undefined
  return candidates
    .filter(
      (one) =>
        one.translationGroup === translationGroup && one.language === locale && publishedFrom(one) <= at,
    )
    .toSorted((a, b) => compareText(a._id, b._id))[0]
}
