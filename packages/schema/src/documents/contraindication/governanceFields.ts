import {defineField} from '@sanity/types'
import {referenceField} from '../../fields/referenceField.ts'
import {retirementField} from '../../fields/retirementField.ts'
import {reviewsField} from '../../fields/reviewsField.ts'

/** The fields of the tab “Reviews”. */
export const governanceFields = [
  defineField({name: 'effectiveFrom', title: 'In force from', type: 'date', group: 'governance'}),
  defineField({name: 'reviewBy', title: 'Review by', type: 'date', group: 'governance'}),
  reviewsField({group: 'governance'}),
  referenceField({
    name: 'supersedes',
    title: 'Takes the place of',
    to: 'contraindication',
    group: 'governance',
  }),
  retirementField('contraindication', {group: 'governance'}),
]
