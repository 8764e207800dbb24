import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'

/** Marks a word that the glossary explains. */
export const glossaryMarkType = defineType({
  name: 'glossaryMark',
  title: 'Glossary',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    referenceField({
      name: 'term',
      title: 'Term',
      to: 'glossaryTerm',
      required: 'Choose the term that explains this word.',
    }),
  ],
})
