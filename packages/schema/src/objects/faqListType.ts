import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'
import {textsField} from '../fields/textsField.ts'

/** Shows questions of the article within its text. */
export const faqListType = defineType({
  name: 'faqList',
  title: 'Questions',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    textField({name: 'heading', title: 'Heading', required: 'Give the questions a heading.'}),
    textsField({
      name: 'faqKeys',
      title: 'Which questions',
      description: 'Questions of this article. Empty: all of them.',
    }),
  ],
  preview: {select: {title: 'heading'}},
})
