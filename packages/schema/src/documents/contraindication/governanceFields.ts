import {defineField} from '@sanity/types'
import {dateField} from '../../fields/dateField.ts'
import {hasBeenReviewed} from '../../fields/hasBeenReviewed.ts'
import {referenceField} from '../../fields/referenceField.ts'
import {retirementField} from '../../fields/retirementField.ts'
import {reviewsField} from '../../fields/reviewsField.ts'
import {isReviewedAfterStart} from './contraindicationRules.ts'

/** The fields of the tab “Reviews”. */
export const governanceFields = [
  dateField({name: 'effectiveFrom', title: 'In force from', group: 'governance'}),
  defineField({
    name: 'reviewBy',
    title: 'Review by',
    type: 'date',
    group: 'governance',
    validation: (rule) => rule.custom((day, {document}) => isReviewedAfterStart(day, document)),
  }),
  reviewsField({group: 'governance', advise: hasBeenReviewed}),
  referenceField({
    name: 'supersedes',
    title: 'Takes the place of',
    to: 'contraindication',
    group: 'governance',
  }),
  retirementField('contraindication', {group: 'governance'}),
]
