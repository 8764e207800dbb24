import {defineField} from '@sanity/types'
import {referenceField} from '../../fields/referenceField.ts'
import {textField} from '../../fields/textField.ts'
import {labelsSponsor} from './articleRules.ts'

/** The fields of the tab “Distribution”. */
export const distributionFields = [
  defineField({
    name: 'sponsor',
    title: 'Sponsor',
    type: 'object',
    validation: (rule) => rule.custom(labelsSponsor),
    group: 'distribution',
    options: {collapsible: true, collapsed: true},
    fields: [
      referenceField({name: 'organization', title: 'Organization', to: 'organization'}),
      textField({name: 'label', title: 'Label', description: 'As readers see it: “Supported by …”.'}),
    ],
  }),
  referenceField({
    name: 'relatedFeed',
    title: 'Related articles',
    description: 'The feed below the article, when it is not the usual one.',
    to: 'feed',
    group: 'distribution',
  }),
  defineField({
    name: 'seo',
    title: 'Search engines',
    type: 'object',
    group: 'distribution',
    options: {collapsible: true, collapsed: true},
    fields: [
      defineField({
        name: 'canonical',
        title: 'Canonical address',
        description: 'When the same text stands elsewhere first.',
        type: 'url',
        validation: (rule) =>
          rule.uri({scheme: ['https']}).error('Use an address that starts with https://.'),
      }),
      defineField({
        name: 'noindex',
        title: 'Keep out of search engines',
        type: 'boolean',
        initialValue: false,
      }),
      defineField({name: 'socialImage', title: 'Picture for social media', type: 'image'}),
    ],
  }),
  defineField({
    name: 'sourceImport',
    title: 'Import',
    description: 'Where an imported article came from.',
    type: 'object',
    group: 'distribution',
    readOnly: true,
    hidden: ({value}) => value === undefined,
    fields: [
      textField({name: 'batch', title: 'Batch'}),
      defineField({name: 'sourceUrl', title: 'Address of the source', type: 'url'}),
      textField({name: 'sourceHash', title: 'Hash of the source'}),
      defineField({
        name: 'coverage',
        title: 'Share of the source that was placed',
        type: 'number',
        validation: (rule) => rule.min(0).max(1),
      }),
    ],
  }),
]
