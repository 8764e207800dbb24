import {defineArrayMember, defineType} from '@sanity/types'

/** Short formatted text without headings or blocks, for answers. */
export const richTextType = defineType({
  name: 'richText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{title: 'Normal', value: 'normal'}],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
        ],
        annotations: [{type: 'link'}, {type: 'claimMark'}, {type: 'glossaryMark'}],
      },
      of: [{type: 'citationRef'}],
    }),
  ],
})
