import {BookIcon} from '@sanity/icons/Book'
import {defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'

/** A numbered reference in a text. */
export const citationRefType = defineType({
  name: 'citationRef',
  title: 'Reference',
  type: 'object',
  icon: BookIcon,
  fields: [
    referenceField({name: 'citation', title: 'Source', to: 'citation', required: 'Choose the source.'}),
    textField({name: 'locator', title: 'Where in the source', description: 'Page, table or figure.'}),
  ],
  preview: {select: {title: 'citation.title', subtitle: 'locator'}},
})
