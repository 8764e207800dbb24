import {BookIcon} from '@sanity/icons/Book'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicePreview} from '../fields/choicePreview.ts'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'
import {agreements, stances} from '../vocabularies/evidenceVocabulary.ts'

/** A source of a claim, and whether it says what the claim says. */
export const claimEvidenceType = defineType({
  name: 'claimEvidence',
  title: 'Source of the claim',
  type: 'object',
  icon: BookIcon,
  fields: [
    referenceField({name: 'citation', title: 'Source', to: 'citation', required: 'Choose the source.'}),
    choiceField({
      name: 'stance',
      title: 'Stance',
      list: stances,
      initialValue: 'supports',
      required: 'Say which way the source points.',
    }),
    textField({name: 'locator', title: 'Where in the source', description: 'Page, table or figure.'}),
    choiceField({
      name: 'agreement',
      title: 'Agreement',
      description: 'Does the source say what the claim says?',
      list: agreements,
      initialValue: 'not-checked',
      required: 'Say whether someone has compared the claim with the source.',
    }),
    textField({name: 'note', title: 'Note', rows: 2}),
  ],
  preview: choicePreview({
    title: 'citation.title',
    choice: 'agreement',
    list: agreements,
    fallback: 'Source',
  }),
})
