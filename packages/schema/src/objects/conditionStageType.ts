import {TimelineIcon} from '@sanity/icons/Timeline'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {keyField} from '../fields/keyField.ts'
import {textField} from '../fields/textField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'
import {stageUnits} from '../vocabularies/safetyVocabulary.ts'
import {isOrderedStage} from './conditionStageRules.ts'

/** A stage of a condition, such as a trimester or the first weeks after an operation. */
export const conditionStageType = defineType({
  name: 'conditionStage',
  title: 'Stage',
  type: 'object',
  icon: TimelineIcon,
  options: {columns: 2},
  fields: [
    keyField({
      name: 'key',
      title: 'Key',
      description: 'Short and lasting; rules refer to it. For example: t2, weeks-0-6.',
      required: 'Give the stage a short key.',
    }),
    textField({name: 'label', title: 'Label', required: 'Give the stage a label.'}),
    wholeNumberField({name: 'min', title: 'From', min: 0, max: 5000}),
    wholeNumberField({
      name: 'max',
      title: 'To (not included)',
      description: 'Leave empty when it has no end.',
      min: 0,
      max: 5000,
    }),
    choiceField({name: 'unit', title: 'Counted in', list: stageUnits}),
  ],
  validation: (rule) => rule.custom(isOrderedStage),
  preview: {select: {title: 'label', subtitle: 'key'}},
})
