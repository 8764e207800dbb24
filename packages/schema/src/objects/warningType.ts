import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {textField} from '../fields/textField.ts'
import {warningSeverities} from '../vocabularies/publishingVocabulary.ts'

/** A warning within a text. Red flags are care pathways, not warnings. */
export const warningType = defineType({
  name: 'warning',
  title: 'Warning',
  type: 'object',
  icon: WarningOutlineIcon,
  fields: [
    choiceField({
      name: 'severity',
      title: 'Weight',
      list: warningSeverities,
      initialValue: 'important',
      required: 'Say how weighty the warning is.',
    }),
    textField({name: 'heading', title: 'Heading', required: 'Give the warning a heading.', max: 80}),
    textField({name: 'text', title: 'Text', rows: 4, required: 'Write the warning.'}),
  ],
  preview: {select: {title: 'heading', subtitle: 'text'}},
})
