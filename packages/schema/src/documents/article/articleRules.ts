import type {Finding} from '../../fields/findings.ts'
import {entryPath, findings} from '../../fields/findings.ts'
import {isEmpty} from '../../fields/isEmpty.ts'
import {isRecord} from '../../fields/isRecord.ts'
import {records} from '../../fields/records.ts'
import {refOf} from '../../fields/refOf.ts'
import {textOf} from '../../fields/textOf.ts'

/** Two to four key messages (as the plain language summaries of Cochrane have); none has a sentence of its own. */
export function hasFewKeyMessages(messages: unknown): true | string {
  const count = Array.isArray(messages) ? messages.filter((message) => !isEmpty(message)).length : 0
  if (count === 0 || (count >= 2 && count <= 4)) return true
  return `Write two to four key messages; there ${count === 1 ? 'is 1' : `are ${count}`}.`
}

/** Nobody is both reader and warned off. */
export function findContradictoryAudience(audience: unknown): true | Finding[] {
  if (!isRecord(audience)) return true
  const wanted = new Set([...refs(audience['primary']), ...refs(audience['alsoFor'])])
  return findings(
    records(audience['notFor']).flatMap((reference, index) =>
      wanted.has(refOf(reference))
        ? [
            {
              message: 'The article is also written for this condition: take it off one of the two lists.',
              path: ['notFor', ...entryPath(reference, index)],
            },
          ]
        : [],
    ),
  )
}

/** An article has an author. */
export function hasAuthor(contributors: unknown): true | string {
  const list = records(contributors)
  return (
    list.length === 0 ||
    list.some((contributor) => contributor['role'] === 'author') ||
    'Name an author among the contributors.'
  )
}

/** The review comes after publication. */
export function isDueAfterPublication(nextReviewDue: unknown, article: unknown): true | string {
  const published = isRecord(article) ? textOf(article['publishedAt']).slice(0, 10) : ''
  const due = textOf(nextReviewDue)
  return published === '' || due === '' || due > published || 'The review must be due after publication.'
}

/** A remark on an article whose review is overdue; both days are YYYY-MM-DD. */
export function isNotOverdue(nextReviewDue: unknown, today: string): true | string {
  const due = textOf(nextReviewDue)
  return (
    due === '' ||
    due >= today ||
    `The review has been due since ${due}. Have it reviewed before you change the date.`
  )
}

/** Nobody reviews clinically what they alone have written. */
export function findSelfReviews(reviews: unknown, article: unknown): true | Finding[] {
  const authors = records(isRecord(article) ? article['contributors'] : undefined)
    .filter((contributor) => contributor['role'] === 'author')
    .map((contributor) => refOf(contributor['person']))
  if (authors.length !== 1) return true
  return findings(
    records(reviews).flatMap((review, index) =>
      review['scope'] === 'clinical' && refOf(review['by']) === authors[0]
        ? [
            {
              message: 'The only author cannot give the clinical review: choose another person.',
              path: entryPath(review, index, 'by'),
            },
          ]
        : [],
    ),
  )
}

/** A sponsor is named to readers. */
export function labelsSponsor(sponsor: unknown): true | string {
  if (!isRecord(sponsor) || isEmpty(sponsor['organization'])) return true
  return !isEmpty(sponsor['label']) || 'Write the label that tells readers of the sponsor.'
}

function refs(list: unknown): (string | undefined)[] {
  return records(list).map((reference) => refOf(reference))
}
