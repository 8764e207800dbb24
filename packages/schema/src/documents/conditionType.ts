import {HeartIcon} from '@sanity/icons/Heart'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {findRepeated} from '../fields/findRepeated.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referencesField} from '../fields/referencesField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {conditionKinds} from '../vocabularies/safetyVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'
import {hasQuestion} from './conditionRules.ts'

/** A facet of a reader's situation. It is not a diagnosis. */
export const conditionType = defineType({
  name: 'condition',
  title: 'Condition',
  type: 'document',
  icon: HeartIcon,
  fields: [
    textField({
      name: 'label',
      title: 'Label',
      description: 'The professional term.',
      required: 'Give the condition a label.',
    }),
    textField({
      name: 'patientLabel',
      title: 'Label for readers',
      description: 'In plain words, as it reads after “readers with”.',
      required: 'Give the condition a label in plain words.',
    }),
    slugField({source: 'label'}),
    choiceField({
      name: 'kind',
      title: 'Kind',
      list: conditionKinds,
      required: 'Choose the kind of condition.',
    }),
    defineField({
      name: 'question',
      title: 'Question',
      description: 'How the screening page asks for it. Readers answer yes, no or not sure.',
      type: 'string',
      hidden: ({document}) => document?.['kind'] === 'anyone',
      validation: (rule) => rule.custom((question, {document}) => hasQuestion(question, document)),
    }),
    objectsField({
      name: 'stages',
      title: 'Stages',
      description: 'When rules differ by stage.',
      of: 'conditionStage',
      check: (stages) => findRepeated(stages, 'key', (key) => `Another stage has the key “${key}”.`),
    }),
    referencesField({
      name: 'broader',
      title: 'Broader conditions',
      description: 'Whoever has this one has those too.',
      to: 'condition',
    }),
    referencesField({
      name: 'excludes',
      title: 'Excludes',
      description: 'Nobody has both this and one of these.',
      to: 'condition',
    }),
    objectsField({
      name: 'codes',
      title: 'Codes',
      description: 'The same condition in a terminology.',
      of: 'code',
    }),
  ],
  preview: {select: {title: 'label', kind: 'kind', patientLabel: 'patientLabel'}, prepare: prepareCondition},
})

function prepareCondition({
  title,
  kind,
  patientLabel,
}: {
  title?: string
  kind?: string
  patientLabel?: string
}) {
  const kindTitle = titleOf(conditionKinds, kind)
  return previewOf({
    title: title ?? 'Condition',
    subtitle: [kindTitle, patientLabel].filter(Boolean).join(' · '),
  })
}
