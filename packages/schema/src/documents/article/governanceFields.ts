import {defineField} from '@sanity/types'
import {objectsField} from '../../fields/objectsField.ts'
import {reviewsField} from '../../fields/reviewsField.ts'

/** The fields of the tab “Reviews”. */
export const governanceFields = [
  objectsField({
    name: 'contributors',
    title: 'Contributors',
    description: 'In the order of the byline.',
    of: 'contributor',
    group: 'governance',
    required: 'Add at least one contributor.',
  }),
  defineField({
    name: 'publishedAt',
    title: 'Published at',
    type: 'datetime',
    group: 'governance',
    validation: (rule) => rule.required().error('Give the date and time of first publication.'),
  }),
  reviewsField({group: 'governance'}),
  defineField({
    name: 'nextReviewDue',
    title: 'Next review due',
    description: 'Three years after a review, unless the settings say otherwise.',
    type: 'date',
    group: 'governance',
    validation: (rule) => rule.required().error('Give the date by which the article must be reviewed.'),
  }),
  objectsField({name: 'corrections', title: 'Corrections', of: 'correction', group: 'governance'}),
]
