import {OlistIcon} from '@sanity/icons/Olist'
import {defineField, defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'
import {isOneAction} from './exerciseStepRules.ts'

/** One step of an exercise. */
export const exerciseStepType = defineType({
  name: 'exerciseStep',
  title: 'Step',
  type: 'object',
  icon: OlistIcon,
  fields: [
    textField({
      name: 'text',
      title: 'Step',
      description: 'One action, in the words you would use in the room.',
      rows: 2,
      required: 'Say what to do in this step.',
      max: 220,
      advise: isOneAction,
    }),
    textField({name: 'cue', title: 'Cue', description: 'What good form feels like.'}),
    textField({name: 'caution', title: 'Caution', description: 'What to look out for in this step.'}),
    defineField({
      name: 'holdsDosage',
      title: 'This step is the one that is counted or held',
      type: 'boolean',
      initialValue: false,
    }),
    defineField({name: 'figure', title: 'Picture', type: 'figure'}),
  ],
  preview: {select: {title: 'text', subtitle: 'cue', media: 'figure.image'}},
})
