import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {languageField} from '../../fields/languageField.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {requires} from '../../fields/requires.ts'
import {slugField} from '../../fields/slugField.ts'
import {textField} from '../../fields/textField.ts'
import {textsField} from '../../fields/textsField.ts'
import {articleKinds} from '../../vocabularies/publishingVocabulary.ts'
import {hasFewKeyMessages} from './articleRules.ts'
import {findHeadingProblems, findUnknownClaims, findUnknownKeys} from './bodyRules.ts'

/** The fields of the tab “Content”. */
export const contentFields = [
  textField({
    name: 'title',
    title: 'Title',
    group: 'content',
    required: 'Give the article a title.',
    max: 70,
  }),
  slugField({source: 'title', group: 'content'}),
  languageField({group: 'content'}),
  choiceField({
    name: 'kind',
    title: 'Kind',
    list: articleKinds,
    group: 'content',
    initialValue: 'patient-guide',
    required: 'Choose the kind of article.',
  }),
  textField({
    name: 'summary',
    title: 'Summary',
    description: 'One or two sentences for lists and search results.',
    group: 'content',
    rows: 2,
    required: 'Write a summary for lists and search results.',
    max: 160,
  }),
  defineField({
    name: 'leadFigure',
    title: 'Lead picture',
    type: 'figure',
    group: 'content',
    options: {collapsible: true},
  }),
  textsField({
    name: 'keyMessages',
    title: 'Key messages',
    description: 'Two to four sentences that a reader should take away.',
    required: 'Write two to four key messages.',
    check: hasFewKeyMessages,
    group: 'content',
  }),
  defineField({
    name: 'body',
    title: 'Body',
    type: 'articleBody',
    group: 'content',
    validation: (rule) => [
      requires(rule, 'Write the article.'),
      rule.custom((body, {document}) => findUnknownKeys(body, document)),
      rule.custom(findHeadingProblems).warning(),
    ],
  }),
  objectsField({
    name: 'faqs',
    title: 'Questions and answers',
    of: 'faq',
    group: 'content',
    check: findUnknownClaims,
  }),
]
