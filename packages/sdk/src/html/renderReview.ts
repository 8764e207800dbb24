import {standingReview} from '@spine-center/rules/safety'
import type {Review, Reviewer} from './articleParts.ts'
import {html} from './html.ts'
import {fillLabel, type HtmlLabels} from './htmlLabels.ts'
import type {Markup} from './Markup.ts'
import type {Maybe} from './maybe.ts'

/** A document with its reviews, and the people that they name by id. */
export interface ReviewedContent {
  readonly reviews?: Maybe<readonly Review[]>
  readonly people?: Maybe<readonly Maybe<Reviewer>[]>
}

/** When a review is looked at, and how dates are written. */
export interface ReviewSettings {
  /** Reviews after it do not count. Default now. */
  readonly now?: Date | undefined
  /** Zone in which the day of a review is written. Default UTC. */
  readonly timeZone?: string | undefined
}

/** Whether a clinical review stands, who made it, and when the next one is or was due. */
export function renderReview(
  {reviews, people}: ReviewedContent,
  {now = new Date(), timeZone = 'UTC'}: ReviewSettings,
  labels: HtmlLabels,
): Markup {
  const review = standingReview(reviews, now.toISOString())
  if (!review) return html`<p class="review review--none"><strong>${labels['review.none']}</strong></p>`
  const {by, at, nextDue} = review
  const person = typeof by === 'string' ? people?.find((one) => one?._id === by) : by
  const name = person && nameOf(person, now)
  const done = fillLabel(labels[name ? 'review.by' : 'review.done'], {
    date: dateOf(at, timeZone, labels),
    name: name ?? '',
  })
  if (!nextDue) return html`<p class="review review--fresh">${done}</p>`
  const due = {date: dateOf(nextDue, 'UTC', labels)}
  return Date.parse(nextDue) <= now.getTime()
    ? html`<p class="review review--stale">
        ${done} <strong>${fillLabel(labels['review.overdue'], due)}</strong>
      </p>`
    : html`<p class="review review--fresh">${done} ${fillLabel(labels['review.next'], due)}</p>`
}

function dateOf(date: Maybe<string>, timeZone: string, {language}: HtmlLabels): string {
  const instant = Date.parse(date ?? '')
  if (Number.isNaN(instant)) return date ?? ''
  return new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone}).format(instant)
}

/** A person with the credentials that still hold: `Ada Moreno, PT, DPT`. */
function nameOf({name, credentials}: Reviewer, now: Date): string {
  const today = now.toISOString().slice(0, 10)
  const held = (credentials ?? []).filter(({validThrough}) => !validThrough || validThrough >= today)
  const full = [name?.given, name?.family].filter(Boolean).join(' ')
  return [full, name?.suffix, ...held.map(({code}) => code)].filter(Boolean).join(', ')
}
