import {StopIcon} from '@sanity/icons/Stop'
import {defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'

/** A sign at which a reader stops an exercise. */
export const stopSignType = defineType({
  name: 'stopSign',
  title: 'Stop sign',
  type: 'object',
  icon: StopIcon,
  fields: [
    textField({
      name: 'text',
      title: 'Stop if',
      description: 'Ends the sentence “Stop if …”.',
      required: 'Say at which sign to stop.',
    }),
    referenceField({
      name: 'carePathway',
      title: 'Care pathway',
      description: 'Where this sign leads when it is more than a reason to stop.',
      to: 'carePathway',
    }),
  ],
  preview: {select: {title: 'text', subtitle: 'carePathway.heading'}},
})
