import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'

/** An exercise to do instead. */
export const alternativeType = defineType({
  name: 'alternative',
  title: 'Alternative',
  type: 'object',
  icon: ArrowRightIcon,
  fields: [
    referenceField({name: 'exercise', title: 'Exercise', to: 'exercise', required: 'Choose the exercise.'}),
    textField({
      name: 'why',
      title: 'Why',
      description: 'What makes it the better choice here.',
      rows: 2,
      required: 'Say why this is the better choice.',
    }),
  ],
  preview: {select: {title: 'exercise.title', subtitle: 'why', media: 'exercise.images.0.image'}},
})
