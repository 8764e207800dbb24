import {BellIcon} from '@sanity/icons/Bell'
import {defineType} from '@sanity/types'
import {choicePreview} from '../fields/choicePreview.ts'
import {referenceField} from '../fields/referenceField.ts'
import {urgencies} from '../vocabularies/safetyVocabulary.ts'

/** Shows a care pathway within a text. */
export const carePathwayRefType = defineType({
  name: 'carePathwayRef',
  title: 'Care pathway',
  type: 'object',
  icon: BellIcon,
  fields: [
    referenceField({
      name: 'carePathway',
      title: 'Care pathway',
      to: 'carePathway',
      required: 'Choose the care pathway.',
    }),
  ],
  preview: choicePreview({
    title: 'carePathway.heading',
    choice: 'carePathway.urgency',
    list: urgencies,
    fallback: 'Care pathway',
  }),
})
