import {defineArrayMember, defineType} from '@sanity/types'
import {textLists, textMarks} from '../fields/textMarks.ts'

/** Short formatted text without headings or blocks, for answers. */
export const richTextType = defineType({
  name: 'richText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{title: 'Normal', value: 'normal'}],
      lists: textLists,
      marks: textMarks,
      of: [{type: 'citationRef'}],
    }),
  ],
})
