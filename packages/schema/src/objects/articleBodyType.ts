import {defineArrayMember, defineType} from '@sanity/types'
import {textLists, textMarks} from '../fields/textMarks.ts'

/** The text of an article, as Portable Text. */
export const articleBodyType = defineType({
  name: 'articleBody',
  title: 'Body',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Normal', value: 'normal'},
        {title: 'Heading 2', value: 'h2'},
        {title: 'Heading 3', value: 'h3'},
        {title: 'Quote', value: 'blockquote'},
      ],
      lists: textLists,
      marks: textMarks,
      of: [{type: 'citationRef'}],
    }),
    defineArrayMember({type: 'exerciseCard'}),
    defineArrayMember({type: 'exerciseList'}),
    defineArrayMember({type: 'warning'}),
    defineArrayMember({type: 'carePathwayRef'}),
    defineArrayMember({type: 'figure'}),
    defineArrayMember({type: 'tableBlock'}),
    defineArrayMember({type: 'pullStat'}),
    defineArrayMember({type: 'faqList'}),
    defineArrayMember({type: 'disclaimerRef'}),
  ],
  options: {
    insertMenu: {
      groups: [
        {name: 'exercises', title: 'Exercises', of: ['exerciseCard', 'exerciseList']},
        {name: 'safety', title: 'Safety', of: ['warning', 'carePathwayRef', 'disclaimerRef']},
        {name: 'content', title: 'Content', of: ['figure', 'tableBlock', 'pullStat', 'faqList']},
      ],
    },
  },
})
