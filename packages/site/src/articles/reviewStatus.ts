import type {Article, Person} from '@spine-center/sdk'
import {html, type Markup} from '@spine-center/sdk/html'
import {formatDate} from '../format/formatDate.ts'
import {personName} from '../format/personName.ts'
import type {SiteChrome} from '../siteContext.ts'

type ReviewEvent = Pick<NonNullable<Article['reviews']>[number], 'scope' | 'outcome' | 'at' | 'nextDue'>
type Reviewer = Pick<Person, 'name'> & Partial<Pick<Person, 'credentials'>>

/** A review with the person who made it, where they are published. */
export type PersonReview = ReviewEvent & {readonly reviewer: Reviewer | null}

/**
 * Whether a clinician has reviewed a page, in plain words. It says "reviewed" only for a clinical review that
 * approved it, and says so when the next one is overdue.
 */
export function reviewStatus(reviews: readonly PersonReview[], now: Date, chrome: SiteChrome): Markup {
  const latest = reviews
    .filter(({scope, outcome}) => scope === 'clinical' && outcome !== 'rejected')
    .toSorted((a, b) => b.at.localeCompare(a.at))[0]
  if (!latest) {
    return html`<p class="review review--none"><strong>Not yet reviewed by a clinician.</strong></p>`
  }
  const by = latest.reviewer ? html` by ${personName(latest.reviewer)}` : ''
  const done = html`<strong>Reviewed by a clinician</strong> on ${formatDate(latest.at, chrome)}${by}.`
  if (new Date(latest.nextDue) < now) {
    return html`<p class="review review--stale">
      ${done} <strong>The next review was due on ${formatDate(latest.nextDue, chrome)}.</strong>
    </p>`
  }
  return html`<p class="review review--fresh">
    ${done} Next review due ${formatDate(latest.nextDue, chrome)}.
  </p>`
}
