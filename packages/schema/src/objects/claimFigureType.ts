import {NumberIcon} from '@sanity/icons/Number'
import {defineField, defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'
import {isOneNumberOrRange} from './claimRules.ts'

/** A figure in a claim, as it is written and as a number. */
export const claimFigureType = defineType({
  name: 'claimFigure',
  title: 'Figure',
  type: 'object',
  icon: NumberIcon,
  fieldsets: [{name: 'number', title: 'As a number', options: {columns: 2}}],
  fields: [
    textField({
      name: 'asWritten',
      title: 'As written',
      description: 'For example: 60–80%.',
      required: 'Give the figure as the text has it.',
    }),
    defineField({
      name: 'value',
      title: 'Value',
      description: 'When it is one number.',
      type: 'number',
      fieldset: 'number',
    }),
    defineField({
      name: 'min',
      title: 'Least',
      description: 'When it is a range.',
      type: 'number',
      fieldset: 'number',
    }),
    defineField({name: 'max', title: 'Most', type: 'number', fieldset: 'number'}),
    textField({
      name: 'unit',
      title: 'Unit',
      description: 'For example: %, people, days, kg.',
      required: 'Give the unit of the figure.',
    }),
    textField({name: 'population', title: 'Of whom', description: 'Who the figure is about.'}),
    textField({name: 'timeframe', title: 'Over which time'}),
  ],
  validation: (rule) => rule.custom(isOneNumberOrRange),
  preview: {select: {title: 'asWritten', subtitle: 'population'}},
})
