import {languages} from '../vocabularies/publishingVocabulary.ts'
import {choiceField} from './choiceField.ts'
import type {FieldText} from './fieldText.ts'

/** The language that a document is written in. */
export function languageField(text: Partial<FieldText> = {}) {
  return choiceField({
    name: 'language',
    title: 'Language',
    description: 'The language this is written in. Each language has a document of its own.',
    ...text,
    list: languages,
    initialValue: 'en',
    layout: 'dropdown',
    required: 'Choose the language this is written in.',
  })
}
