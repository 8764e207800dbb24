import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {hiddenUnless} from '../../fields/hiddenUnless.ts'
import {referenceField} from '../../fields/referenceField.ts'
import {textField} from '../../fields/textField.ts'
import {citationStates, verificationStatuses} from '../../vocabularies/evidenceVocabulary.ts'
import {explainsState, isDatedVerification} from './citationRules.ts'

/** The fields of the tab “State”. */
export const governanceFields = [
  choiceField({
    name: 'state',
    title: 'State',
    list: citationStates,
    group: 'governance',
    initialValue: 'current',
    required: 'Choose the state of the source.',
    check: (state, {document}) => explainsState(state, document),
  }),
  defineField({
    name: 'stateChange',
    title: 'What happened to it',
    type: 'object',
    group: 'governance',
    hidden: hiddenUnless('state', 'corrected', 'expression-of-concern', 'retracted', 'superseded'),
    fields: [
      defineField({name: 'at', title: 'On', type: 'date'}),
      textField({name: 'note', title: 'Note', rows: 2}),
      referenceField({name: 'citation', title: 'The notice, or what took its place', to: 'citation'}),
    ],
  }),
  defineField({
    name: 'verification',
    title: 'Verification',
    type: 'object',
    group: 'governance',
    validation: (rule) => rule.custom(isDatedVerification),
    fields: [
      choiceField({
        name: 'status',
        title: 'Status',
        list: verificationStatuses,
        initialValue: 'unverified',
        layout: 'radio',
      }),
      textField({name: 'method', title: 'Method', description: 'How it was compared, and with what.'}),
      defineField({name: 'at', title: 'On', type: 'date'}),
      textField({name: 'evidence', title: 'What was found', rows: 2}),
    ],
  }),
  textField({name: 'notes', title: 'Notes', description: 'For editors.', group: 'governance', rows: 3}),
]
