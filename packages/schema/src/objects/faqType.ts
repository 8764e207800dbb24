import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicePreview} from '../fields/choicePreview.ts'
import {hiddenUnless} from '../fields/hiddenUnless.ts'
import {keyField} from '../fields/keyField.ts'
import {requiredWhen} from '../fields/requiredWhen.ts'
import {textField} from '../fields/textField.ts'
import {textsField} from '../fields/textsField.ts'
import {faqStatuses} from '../vocabularies/publishingVocabulary.ts'

/** A question that readers ask, and its answer. */
export const faqType = defineType({
  name: 'faq',
  title: 'Question',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    textField({
      name: 'question',
      title: 'Question',
      description: 'In the words of a reader.',
      required: 'Write the question.',
    }),
    choiceField({
      name: 'status',
      title: 'Status',
      list: faqStatuses,
      initialValue: 'unanswered',
      required: 'Say whether the question has an answer yet.',
    }),
    defineField({
      name: 'answer',
      title: 'Answer',
      type: 'richText',
      hidden: hiddenUnless('status', 'answered'),
      validation: (rule) =>
        rule.custom(
          requiredWhen('status', ['answered'], 'Write the answer, or set the status to “Not answered yet”.'),
        ),
    }),
    textField({
      name: 'shortAnswer',
      title: 'Short answer',
      description: 'One or two sentences, for search results.',
      rows: 2,
      max: 300,
      hidden: hiddenUnless('status', 'answered'),
    }),
    keyField({
      name: 'anchor',
      title: 'Anchor',
      description: 'The part of the address after “#”, when links point at this question.',
    }),
    textsField({
      name: 'claimKeys',
      title: 'Claims in the answer',
      description: 'Claims of this article that the answer makes.',
    }),
  ],
  preview: choicePreview({title: 'question', choice: 'status', list: faqStatuses, fallback: 'Question'}),
})
