import {records} from './records.ts'

/** A remark on what no clinician has approved. */
export function hasBeenReviewed(reviews: unknown): true | string {
  return (
    records(reviews).some((review) => review['scope'] === 'clinical' && review['outcome'] !== 'rejected') ||
    'No clinical review is recorded. Readers are told that this is unreviewed.'
  )
}
