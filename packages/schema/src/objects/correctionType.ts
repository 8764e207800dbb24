import {EditIcon} from '@sanity/icons/Edit'
import {defineType} from '@sanity/types'
import {dateField} from '../fields/dateField.ts'
import {textField} from '../fields/textField.ts'

/** A correction that readers can see. */
export const correctionType = defineType({
  name: 'correction',
  title: 'Correction',
  type: 'object',
  icon: EditIcon,
  fields: [
    dateField({name: 'at', title: 'Corrected on', required: 'Give the date of the correction.'}),
    textField({name: 'text', title: 'What was corrected', rows: 2, required: 'Say what was corrected.'}),
    textField({name: 'was', title: 'It said', rows: 2}),
    textField({name: 'now', title: 'It says now', rows: 2}),
  ],
  preview: {select: {title: 'text', subtitle: 'at'}},
})
