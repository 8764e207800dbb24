import {BookIcon} from '@sanity/icons/Book'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicePreview} from '../fields/choicePreview.ts'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'
import {stances} from '../vocabularies/evidenceVocabulary.ts'

/** A source of a rule, for or against it. */
export const ruleEvidenceType = defineType({
  name: 'ruleEvidence',
  title: 'Source of the rule',
  type: 'object',
  icon: BookIcon,
  fields: [
    referenceField({name: 'citation', title: 'Source', to: 'citation', required: 'Choose the source.'}),
    choiceField({
      name: 'stance',
      title: 'Stance',
      list: stances,
      initialValue: 'supports',
      required: 'Say whether the source speaks for or against the rule.',
    }),
    textField({name: 'locator', title: 'Where in the source', description: 'Page, table or figure.'}),
    textField({name: 'quote', title: 'Quote', description: 'Short and exact.', rows: 3, max: 300}),
  ],
  preview: choicePreview({title: 'citation.title', choice: 'stance', list: stances, fallback: 'Source'}),
})
