import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {languageTagField} from '../../fields/languageTagField.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {requires} from '../../fields/requires.ts'
import {textField} from '../../fields/textField.ts'
import {today} from '../../fields/today.ts'
import {wholeNumberField} from '../../fields/wholeNumberField.ts'
import {cslTypes} from '../../vocabularies/cslTypes.ts'
import {seasons} from '../../vocabularies/evidenceVocabulary.ts'
import {findEtAl, isPastDate} from './citationRules.ts'
import {hasPages, isFullContainerTitle, isSentenceCase} from './citationStyleRules.ts'

/** The fields of the tab “Reference”. */
export const referenceFields = [
  choiceField({
    name: 'cslType',
    title: 'Type',
    list: cslTypes,
    group: 'reference',
    initialValue: 'article-journal',
    required: 'Choose the type of source.',
  }),
  textField({
    name: 'title',
    title: 'Title',
    description: 'In sentence case, as reference styles want it.',
    group: 'reference',
    rows: 2,
    required: 'Give the title.',
    advise: isSentenceCase,
  }),
  objectsField({name: 'authors', title: 'Authors', of: 'citationName', group: 'reference', advise: findEtAl}),
  defineField({
    name: 'issued',
    title: 'Issued',
    type: 'object',
    group: 'reference',
    options: {columns: 2},
    validation: (rule) => [
      requires(rule, 'Give the year of publication.'),
      rule.custom((issued) => isPastDate(issued, today())),
    ],
    fields: [
      defineField({
        name: 'year',
        title: 'Year',
        type: 'number',
        validation: (rule) => [
          rule.required().error('Give the year of publication.'),
          rule.integer().min(1500).error('Give the year in four digits.'),
        ],
      }),
      wholeNumberField({name: 'month', title: 'Month', min: 1, max: 12}),
      wholeNumberField({name: 'day', title: 'Day', min: 1, max: 31}),
      choiceField({name: 'season', title: 'Season', list: seasons, layout: 'dropdown'}),
    ],
  }),
  textField({
    name: 'containerTitle',
    title: 'Published in',
    description: 'The journal, book or site, with its full name.',
    advise: isFullContainerTitle,
    group: 'reference',
  }),
  textField({name: 'volume', title: 'Volume', group: 'reference'}),
  textField({name: 'issue', title: 'Issue', group: 'reference'}),
  defineField({
    name: 'page',
    title: 'Pages',
    description: 'For example: 207-214.',
    type: 'string',
    group: 'reference',
    validation: (rule) => rule.custom((page, {document}) => hasPages(page, document)).warning(),
  }),
  textField({name: 'edition', title: 'Edition', group: 'reference'}),
  textField({name: 'publisher', title: 'Publisher', group: 'reference'}),
  textField({name: 'publisherPlace', title: 'Place of publication', group: 'reference'}),
  languageTagField({
    name: 'language',
    title: 'Language',
    description: 'BCP 47, such as en.',
    group: 'reference',
  }),
  textField({
    name: 'original',
    title: 'As the author wrote it',
    description: 'The reference in its first form. It is never lost.',
    group: 'reference',
    rows: 2,
  }),
]
