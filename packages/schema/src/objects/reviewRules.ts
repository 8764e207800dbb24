import {isEmpty} from '../fields/isEmpty.ts'
import {isRecord} from '../fields/isRecord.ts'
import {textOf} from '../fields/textOf.ts'

/** A review has happened; both times are ISO 8601. */
export function isNotInFuture(at: string | undefined, now: string): true | string {
  return at === undefined || Date.parse(at) <= Date.parse(now) || 'A review cannot lie in the future.'
}

/** The next review comes after this one. */
export function isDueAfterReview(review: unknown): true | string {
  if (!isRecord(review)) return true
  const at = textOf(review['at']).slice(0, 10)
  const nextDue = textOf(review['nextDue'])
  return at === '' || nextDue === '' || nextDue > at || 'The next review must be due after this one.'
}

/** A remark on a review that does not say which content it saw. */
export function hasFingerprint(review: unknown): true | string {
  return (
    !isRecord(review) ||
    !isEmpty(review['fingerprint']) ||
    'Without a fingerprint nobody can tell whether the content has changed since this review.'
  )
}
