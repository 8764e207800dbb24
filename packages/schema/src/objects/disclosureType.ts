import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'

/** An interest that readers should know of. */
export const disclosureType = defineType({
  name: 'disclosure',
  title: 'Disclosure',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    textField({
      name: 'text',
      title: 'Disclosure',
      description: 'In plain words, as readers will see it.',
      rows: 2,
      required: 'Say what readers should know.',
    }),
    textField({name: 'period', title: 'Period', description: 'For example: 2011 to 2013.'}),
    referenceField({name: 'organization', title: 'Organization', to: 'organization'}),
  ],
  preview: {select: {title: 'text', subtitle: 'period'}},
})
