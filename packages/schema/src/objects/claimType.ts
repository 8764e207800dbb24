import {CommentIcon} from '@sanity/icons/Comment'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicePreview} from '../fields/choicePreview.ts'
import {objectsField} from '../fields/objectsField.ts'
import {textField} from '../fields/textField.ts'
import {claimKinds, claimStatuses} from '../vocabularies/evidenceVocabulary.ts'
import {avoidsStrongWords, hasSourceOrSaysSo} from './claimRules.ts'

/** A statement of fact in an article, with its figures and sources. */
export const claimType = defineType({
  name: 'claim',
  title: 'Claim',
  type: 'object',
  icon: CommentIcon,
  fields: [
    textField({
      name: 'text',
      title: 'Claim',
      description: 'The exact words of the article. Mark them in the body with “Claim”.',
      rows: 2,
      required: 'Give the words of the claim.',
    }),
    choiceField({name: 'kind', title: 'Kind', list: claimKinds, required: 'Choose the kind of claim.'}),
    objectsField({
      name: 'figures',
      title: 'Figures',
      description: 'Each number in the claim.',
      of: 'claimFigure',
    }),
    objectsField({name: 'evidence', title: 'Sources', of: 'claimEvidence'}),
    choiceField({
      name: 'status',
      title: 'Status',
      description: 'Readers are shown when no source was found.',
      list: claimStatuses,
      initialValue: 'unsupported',
      required: 'Say how well the claim is supported.',
    }),
  ],
  validation: (rule) => [rule.custom(hasSourceOrSaysSo), rule.custom(avoidsStrongWords).warning()],
  preview: choicePreview({title: 'text', choice: 'status', list: claimStatuses, fallback: 'Claim'}),
})
