import {firstOf} from '../firstOf.ts'
import type {Maybe, ReviewEvent} from './screeningContent.ts'

/** Whether a clinician has reviewed something, and whether that review still stands. */
export type ReviewState = 'fresh' | 'stale' | 'unreviewed'

const WORST_FIRST: readonly ReviewState[] = ['unreviewed', 'stale', 'fresh']

/** The clinical review that stands at an instant: the latest one so far, unless it did not approve the content. */
export function standingReview<Review extends ReviewEvent>(
  reviews: Maybe<readonly Review[]>,
  asOf: string,
): Review | null {
  const latest = (reviews ?? [])
    .filter(({scope, at}) => scope === 'clinical' && at && !isAfter(at, asOf))
    .toSorted((a, b) => instantOf(b.at) - instantOf(a.at))[0]
  return latest?.outcome === 'approved' || latest?.outcome === 'approved-with-changes' ? latest : null
}

/** Whether a review stands at an instant; it is stale from its next due date on. */
export function reviewStateOf(
  document: {readonly reviews?: Maybe<readonly ReviewEvent[]>; readonly reviewBy?: Maybe<string>},
  asOf: string,
): ReviewState {
  const review = standingReview(document.reviews, asOf)
  if (!review) return 'unreviewed'
  return [review.nextDue, document.reviewBy].some((date) => date && !isAfter(date, asOf)) ? 'stale' : 'fresh'
}

/** The least reassuring of several states. */
export function worstReviewState(states: readonly ReviewState[]): ReviewState {
  return firstOf(WORST_FIRST, states) ?? 'unreviewed'
}

/** Compares a date (midnight UTC) or date-time with an instant; what is no date is never after. */
export function isAfter(date: Maybe<string>, asOf: string): boolean {
  return instantOf(date) > instantOf(asOf)
}

function instantOf(date: Maybe<string>): number {
  return Date.parse(date ?? '')
}
