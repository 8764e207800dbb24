import {defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'

/** The emergency number of a place. */
export const emergencyNumberType = defineType({
  name: 'emergencyNumber',
  title: 'Emergency number',
  type: 'object',
  options: {columns: 2},
  fields: [
    textField({
      name: 'locale',
      title: 'Locale',
      description: 'BCP 47, such as en-US.',
      required: 'Give the locale, such as en-US.',
    }),
    textField({name: 'number', title: 'Number', required: 'Give the number to call.'}),
  ],
  preview: {select: {title: 'number', subtitle: 'locale'}},
})
