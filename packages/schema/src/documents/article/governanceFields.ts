import {defineField} from '@sanity/types'
import {hasBeenReviewed} from '../../fields/hasBeenReviewed.ts'
import {inMonths} from '../../fields/inMonths.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {requires} from '../../fields/requires.ts'
import {reviewsField} from '../../fields/reviewsField.ts'
import {today} from '../../fields/today.ts'
import {findSelfReviews, hasAuthor, isDueAfterPublication, isNotOverdue} from './articleRules.ts'

// The usual interval; the settings of the site may name another, which editors then enter by hand.
const REVIEW_INTERVAL_MONTHS = 36

/** The fields of the tab “Reviews”. */
export const governanceFields = [
  objectsField({
    name: 'contributors',
    title: 'Contributors',
    description: 'In the order of the byline.',
    of: 'contributor',
    check: hasAuthor,
    group: 'governance',
    required: 'Add at least one contributor.',
  }),
  defineField({
    name: 'publishedAt',
    title: 'Published at',
    description: 'Readers see the article from this time on.',
    type: 'datetime',
    group: 'governance',
    initialValue: () => new Date().toISOString(),
    validation: (rule) => [requires(rule, 'Give the date and time of first publication.'), rule],
  }),
  reviewsField({group: 'governance', check: findSelfReviews, advise: hasBeenReviewed}),
  defineField({
    name: 'nextReviewDue',
    title: 'Next review due',
    description: 'Three years after a review, unless the settings say otherwise.',
    type: 'date',
    group: 'governance',
    initialValue: () => inMonths(REVIEW_INTERVAL_MONTHS, today()),
    validation: (rule) => [
      requires(rule, 'Give the date by which the article must be reviewed.'),
      rule.custom((due, {document}) => isDueAfterPublication(due, document)),
      rule.custom((due) => isNotOverdue(due, today())).warning(),
    ],
  }),
  objectsField({name: 'corrections', title: 'Corrections', of: 'correction', group: 'governance'}),
]
