import {BoltIcon} from '@sanity/icons/Bolt'
import {defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'

/** Shows one exercise within a text. */
export const exerciseCardType = defineType({
  name: 'exerciseCard',
  title: 'Exercise card',
  type: 'object',
  icon: BoltIcon,
  fields: [
    referenceField({name: 'exercise', title: 'Exercise', to: 'exercise', required: 'Choose the exercise.'}),
  ],
  preview: {
    select: {title: 'exercise.title', subtitle: 'exercise.purpose', media: 'exercise.images.0.image'},
  },
})
