import type {Maybe, ReviewEvent} from './screeningContent.ts'

/** Whether a clinician has reviewed something, and whether that review still stands. */
export type ReviewState = 'fresh' | 'stale' | 'unreviewed'

const WORST_FIRST: readonly ReviewState[] = ['unreviewed', 'stale', 'fresh']

/**
 * The state of the latest clinical review at an instant: stale from its next due date on, unreviewed
 * when there is none or the latest one rejected the content.
 */
export function reviewStateOf(
  document: {readonly reviews?: Maybe<readonly ReviewEvent[]>; readonly reviewBy?: Maybe<string>},
  asOf: string,
): ReviewState {
  const latest = (document.reviews ?? [])
    .filter(({scope, at}) => scope === 'clinical' && at && !isAfter(at, asOf))
    .toSorted((a, b) => instantOf(b.at) - instantOf(a.at))[0]
  if (latest?.outcome !== 'approved' && latest?.outcome !== 'approved-with-changes') return 'unreviewed'
  return [latest.nextDue, document.reviewBy].some((date) => date && !isAfter(date, asOf)) ? 'stale' : 'fresh'
}

/** The least reassuring of several states. */
export function worstReviewState(states: readonly ReviewState[]): ReviewState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'unreviewed'
}

/** Compares a date (midnight UTC) or date-time with an instant; what is no date is never after. */
export function isAfter(date: Maybe<string>, asOf: string): boolean {
  return instantOf(date) > instantOf(asOf)
}

function instantOf(date: Maybe<string>): number {
  return Date.parse(date ?? '')
}
