import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {textField} from '../../fields/textField.ts'
import {certaintyScales, consensusLevels, ruleBases} from '../../vocabularies/safetyVocabulary.ts'
import {isValueOnScale, showsOpposition} from './contraindicationRules.ts'

/** The fields of the tab “Evidence”. */
export const evidenceFields = [
  choiceField({
    name: 'basis',
    title: 'Basis',
    description: 'The strongest ground that the rule rests on.',
    list: ruleBases,
    group: 'evidence',
    required: 'Choose what the rule rests on.',
  }),
  defineField({
    name: 'certainty',
    title: 'Certainty',
    type: 'object',
    group: 'evidence',
    options: {columns: 2},
    validation: (rule) => rule.custom(isValueOnScale),
    fields: [
      choiceField({name: 'scale', title: 'Scale', list: certaintyScales, layout: 'dropdown'}),
      textField({name: 'value', title: 'Value', description: 'For example: low, 2b.'}),
    ],
  }),
  choiceField({
    name: 'consensus',
    title: 'Consensus',
    description: 'Do sources agree?',
    list: consensusLevels,
    group: 'evidence',
    required: 'Say whether sources agree.',
    check: (consensus, {document}) => showsOpposition(consensus, document),
  }),
  objectsField({name: 'evidence', title: 'Evidence', of: 'ruleEvidence', group: 'evidence'}),
]
