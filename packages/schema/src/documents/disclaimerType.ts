import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {languageField} from '../fields/languageField.ts'
import {keyField} from '../fields/keyField.ts'
import {reviewsField} from '../fields/reviewsField.ts'
import {textField} from '../fields/textField.ts'
import {disclaimerPlacements} from '../vocabularies/publishingVocabulary.ts'

/** What readers are told about the limits of the content. */
export const disclaimerType = defineType({
  name: 'disclaimer',
  title: 'Disclaimer',
  type: 'document',
  icon: InfoOutlineIcon,
  fields: [
    keyField({
      name: 'key',
      title: 'Key',
      description: 'Short and lasting, such as general.',
      required: 'Give the disclaimer a key.',
    }),
    languageField(),
    textField({name: 'text', title: 'Text', rows: 5, required: 'Write the disclaimer.'}),
    choiceField({
      name: 'placement',
      title: 'Placement',
      list: disclaimerPlacements,
      initialValue: 'bottom',
      required: 'Choose where it stands.',
    }),
    textField({
      name: 'version',
      title: 'Version',
      description: 'Change it whenever the text changes.',
      required: 'Give the version of the text, such as 1.',
    }),
    reviewsField({description: 'Legal reviews of the text. Newest first.'}),
  ],
  preview: {select: {title: 'key', subtitle: 'text'}},
})
