/** One event in the review of a document. */
export interface ReviewEvent<By> {
  readonly scope: string
  readonly outcome: string
  /** ISO date and time. */
  readonly at: string
  readonly by: By
}

/**
 * The clinical review that stands at an instant: the latest one, unless it rejected the content. Other reviews
 * and changes of the document say nothing about it.
 */
export function standingClinicalReview<By>(
  reviews: readonly ReviewEvent<By>[] | null,
  now: Date,
): ReviewEvent<By> | null {
  const past = (reviews ?? []).filter(
    ({scope, at}) => scope === 'clinical' && Date.parse(at) <= now.getTime(),
  )
  const latest = past.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0]
  return latest?.outcome === 'approved' || latest?.outcome === 'approved-with-changes' ? latest : null
}

/** The day of an instant in a time zone, as `2026-11-24`. */
export function dayOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant))
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${find('year').padStart(4, '0')}-${find('month')}-${find('day')}`
}
