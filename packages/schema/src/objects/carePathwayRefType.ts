import {defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'

/** Shows a care pathway within a text. */
export const carePathwayRefType = defineType({
  name: 'carePathwayRef',
  title: 'Care pathway',
  type: 'object',
  fields: [
    referenceField({
      name: 'carePathway',
      title: 'Care pathway',
      to: 'carePathway',
      required: 'Choose the care pathway.',
    }),
  ],
  preview: {select: {title: 'carePathway.heading', subtitle: 'carePathway.urgency'}},
})
