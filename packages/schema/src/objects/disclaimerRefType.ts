import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'

/** Shows a disclaimer within a text. */
export const disclaimerRefType = defineType({
  name: 'disclaimerRef',
  title: 'Disclaimer',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    referenceField({
      name: 'disclaimer',
      title: 'Disclaimer',
      to: 'disclaimer',
      required: 'Choose the disclaimer.',
    }),
  ],
  preview: {select: {title: 'disclaimer.key', subtitle: 'disclaimer.text'}},
})
