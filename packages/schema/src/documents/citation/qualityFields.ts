import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {referencesField} from '../../fields/referencesField.ts'
import {textField} from '../../fields/textField.ts'
import {wholeNumberField} from '../../fields/wholeNumberField.ts'
import {studyDesigns} from '../../vocabularies/evidenceVocabulary.ts'
import {certaintyScales} from '../../vocabularies/safetyVocabulary.ts'
import {isOrderedAge} from './citationRules.ts'

/** The fields of the tab “Quality”. */
export const qualityFields = [
  defineField({
    name: 'quality',
    title: 'Quality',
    type: 'object',
    group: 'quality',
    fields: [
      choiceField({name: 'studyDesign', title: 'Study design', list: studyDesigns}),
      defineField({
        name: 'level',
        title: 'Level of evidence',
        type: 'object',
        options: {columns: 2},
        fields: [
          choiceField({name: 'scale', title: 'Scale', list: certaintyScales, layout: 'dropdown'}),
          textField({name: 'value', title: 'Value'}),
        ],
      }),
      textField({name: 'riskOfBias', title: 'Risk of bias'}),
      textField({name: 'score', title: 'Score', description: 'For example: PEDro 8/10.'}),
      defineField({name: 'registered', title: 'Registered before it began', type: 'boolean'}),
    ],
  }),
  defineField({
    name: 'population',
    title: 'Who was studied',
    type: 'object',
    group: 'quality',
    validation: (rule) => rule.custom(isOrderedAge),
    fields: [
      referencesField({name: 'conditions', title: 'Conditions', to: 'condition'}),
      wholeNumberField({name: 'ageMin', title: 'Youngest', min: 0, max: 120}),
      wholeNumberField({name: 'ageMax', title: 'Oldest', min: 0, max: 120}),
      wholeNumberField({name: 'size', title: 'Number of people', min: 1, max: 100_000_000}),
      referencesField({name: 'excludedConditions', title: 'Left out', to: 'condition'}),
      textField({name: 'excludedOther', title: 'Others left out', rows: 2}),
    ],
  }),
  textField({name: 'funding', title: 'Funding', group: 'quality', rows: 2}),
  textField({name: 'conflictOfInterest', title: 'Conflict of interest', group: 'quality', rows: 2}),
]
