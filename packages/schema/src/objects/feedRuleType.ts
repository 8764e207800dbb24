import {defineField, defineType} from '@sanity/types'
import {choicesField} from '../fields/choicesField.ts'
import {referencesField} from '../fields/referencesField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'
import {articleKinds, languages} from '../vocabularies/publishingVocabulary.ts'

/** Which articles a slot draws from. Every part that is filled in must hold. */
export const feedRuleType = defineType({
  name: 'feedRule',
  title: 'Rule',
  type: 'object',
  fields: [
    defineField({
      name: 'topics',
      title: 'Topics',
      type: 'object',
      fields: [
        referencesField({name: 'any', title: 'Any of', to: 'topic'}),
        referencesField({name: 'all', title: 'All of', to: 'topic'}),
        referencesField({name: 'none', title: 'None of', to: 'topic'}),
      ],
    }),
    referencesField({
      name: 'conditions',
      title: 'Conditions',
      description: 'Articles whose audience includes one of these.',
      to: 'condition',
    }),
    choicesField({name: 'kinds', title: 'Kinds of article', list: articleKinds}),
    referencesField({name: 'authors', title: 'Authors', to: 'person'}),
    choicesField({name: 'languages', title: 'Languages', list: languages}),
    wholeNumberField({name: 'maxAgeDays', title: 'Not older than (days)', min: 1, max: 36_500}),
    defineField({
      name: 'requireFreshReview',
      title: 'Only articles whose review is not overdue',
      type: 'boolean',
    }),
    wholeNumberField({
      name: 'maxReadingGrade',
      title: 'Hardest reading grade',
      description: 'Articles that aim at a higher grade are left out.',
      min: 1,
      max: 18,
    }),
    referencesField({name: 'exclude', title: 'Never these articles', to: 'article'}),
  ],
})
