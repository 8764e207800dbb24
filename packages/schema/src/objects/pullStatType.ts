import {BarChartIcon} from '@sanity/icons/BarChart'
import {defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'

/** A figure shown large within a text. */
export const pullStatType = defineType({
  name: 'pullStat',
  title: 'Figure shown large',
  type: 'object',
  icon: BarChartIcon,
  fields: [
    textField({
      name: 'value',
      title: 'Figure',
      description: 'For example: 60–80%.',
      required: 'Give the figure.',
      max: 20,
    }),
    textField({name: 'text', title: 'What it says', required: 'Say what the figure means.', max: 160}),
    textField({
      name: 'claimKey',
      title: 'Claim',
      description: 'The claim that holds this figure, so that its sources are shown with it.',
      required: 'Choose the claim that holds this figure.',
    }),
  ],
  preview: {select: {title: 'value', subtitle: 'text'}},
})
