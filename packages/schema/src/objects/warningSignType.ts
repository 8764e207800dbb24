import {WarningFilledIcon} from '@sanity/icons/WarningFilled'
import {defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'
import {doesNotReassure} from './warningSignRules.ts'

/** A sign that calls for care. */
export const warningSignType = defineType({
  name: 'warningSign',
  title: 'Sign',
  type: 'object',
  icon: WarningFilledIcon,
  fields: [
    textField({
      name: 'text',
      title: 'Sign',
      description: 'In plain words: what a reader would notice.',
      rows: 2,
      required: 'Say what a reader would notice.',
      advise: doesNotReassure,
    }),
    textField({name: 'group', title: 'Group', description: 'Signs of one group are shown together.'}),
  ],
  preview: {select: {title: 'text', subtitle: 'group'}},
})
