import {defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'

/** Marks the words of a text that make a claim. */
export const claimMarkType = defineType({
  name: 'claimMark',
  title: 'Claim',
  type: 'object',
  fields: [
    textField({
      name: 'claimKey',
      title: 'Claim',
      description: 'The key of the claim, from the Evidence tab of this article.',
      required: 'Give the key of the claim that these words make.',
    }),
  ],
})
