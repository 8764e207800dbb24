import {CommentIcon} from '@sanity/icons/Comment'
import {defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'

/** Marks the words of a text that make a claim. */
export const claimMarkType = defineType({
  name: 'claimMark',
  title: 'Claim',
  type: 'object',
  icon: CommentIcon,
  fields: [
    textField({
      name: 'claimKey',
      title: 'Claim',
      description: 'A claim from the Evidence tab of this article.',
      required: 'Choose the claim that these words make.',
    }),
  ],
})
