import {hasBeenReviewed} from '../../fields/hasBeenReviewed.ts'
import {retirementField} from '../../fields/retirementField.ts'
import {reviewsField} from '../../fields/reviewsField.ts'

/** The fields of the tab “Reviews”. */
export const governanceFields = [
  reviewsField({group: 'governance', advise: hasBeenReviewed}),
  retirementField('exercise', {group: 'governance'}),
]
