import {BookIcon} from '@sanity/icons/Book'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicePreview} from '../fields/choicePreview.ts'
import {referenceField} from '../fields/referenceField.ts'
import {referencesField} from '../fields/referencesField.ts'
import {textField} from '../fields/textField.ts'
import {exerciseEvidenceSubjects} from '../vocabularies/evidenceVocabulary.ts'

/** What a source shows about an exercise, and in whom. */
export const exerciseEvidenceType = defineType({
  name: 'exerciseEvidence',
  title: 'Evidence',
  type: 'object',
  icon: BookIcon,
  fields: [
    referenceField({name: 'citation', title: 'Source', to: 'citation', required: 'Choose the source.'}),
    choiceField({
      name: 'supports',
      title: 'What it shows',
      list: exerciseEvidenceSubjects,
      required: 'Say what the source shows about the exercise.',
    }),
    referencesField({
      name: 'populations',
      title: 'In whom',
      description: 'The conditions of the people studied.',
      to: 'condition',
    }),
    textField({name: 'locator', title: 'Where in the source', description: 'Page, table or figure.'}),
  ],
  preview: choicePreview({
    title: 'citation.title',
    choice: 'supports',
    list: exerciseEvidenceSubjects,
    fallback: 'Evidence',
  }),
})
