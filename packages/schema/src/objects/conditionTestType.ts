import {HeartIcon} from '@sanity/icons/Heart'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'
import {conditionStates} from '../vocabularies/safetyVocabulary.ts'

/** One test of a reader's situation. */
export const conditionTestType = defineType({
  name: 'conditionTest',
  title: 'Condition',
  type: 'object',
  icon: HeartIcon,
  fields: [
    referenceField({
      name: 'condition',
      title: 'Condition',
      description: 'For a rule that holds for every reader, choose the condition “Anyone”.',
      to: 'condition',
      required: 'Choose the condition. A rule against everybody must say so: choose “Anyone”.',
    }),
    textField({
      name: 'stage',
      title: 'Stage',
      description: 'The key of a stage of that condition, such as t2. Empty means every stage.',
    }),
    choiceField({
      name: 'state',
      title: 'When it',
      list: conditionStates,
      initialValue: 'present',
      required: 'Say whether the condition applies to the reader or not.',
    }),
  ],
  preview: {
    select: {title: 'condition.label', stage: 'stage', state: 'state'},
    prepare: prepareConditionTest,
  },
})

function prepareConditionTest({title, stage, state}: {title?: string; stage?: string; state?: string}) {
  const name = [title ?? 'Condition', stage && `(${stage})`].filter(Boolean).join(' ')
  return previewOf({title: state === 'absent' ? `not ${name}` : name})
}
