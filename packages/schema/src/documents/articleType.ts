import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineField, defineType} from '@sanity/types'
import type {PreviewValue} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicesField} from '../fields/choicesField.ts'
import {languageField} from '../fields/languageField.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {referencesField} from '../fields/referencesField.ts'
import {reviewsField} from '../fields/reviewsField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {textsField} from '../fields/textsField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'
import {bodyRegions} from '../vocabularies/exerciseVocabulary.ts'
import {ageBands, articleKinds} from '../vocabularies/publishingVocabulary.ts'

/** An article for readers. */
export const articleType = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  groups: [
    {name: 'content', title: 'Content', default: true},
    {name: 'audience', title: 'Audience'},
    {name: 'exercises', title: 'Exercises'},
    {name: 'evidence', title: 'Evidence'},
    {name: 'governance', title: 'Reviews'},
    {name: 'distribution', title: 'Distribution'},
  ],
  fields: [
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
      group: 'content',
    }),
    defineField({
      name: 'body',
      title: 'Body',
      type: 'articleBody',
      group: 'content',
      validation: (rule) => rule.required().error('Write the article.'),
    }),
    objectsField({name: 'faqs', title: 'Questions and answers', of: 'faq', group: 'content'}),
    defineField({
      name: 'audience',
      title: 'Audience',
      type: 'object',
      group: 'audience',
      validation: (rule) => rule.required().error('Say for whom the article is.'),
      fields: [
        referencesField({
          name: 'primary',
          title: 'Written for',
          description:
            'Readers with these. Exercises that a rule forbids for one of them cannot be recommended.',
          to: 'condition',
          required: 'Say for whom the article is: add at least one condition.',
        }),
        referencesField({name: 'alsoFor', title: 'Also of use to', to: 'condition'}),
        referencesField({name: 'notFor', title: 'Not for', to: 'condition'}),
        choiceField({name: 'ageBand', title: 'Age', list: ageBands, initialValue: 'adult'}),
        wholeNumberField({
          name: 'readingLevelTarget',
          title: 'Reading grade to aim at',
          description: 'US school grade; 8 or lower for readers at large.',
          min: 1,
          max: 18,
          initialValue: 8,
        }),
      ],
    }),
    referencesField({
      name: 'topics',
      title: 'Topics',
      to: 'topic',
      group: 'audience',
      required: 'Add at least one topic.',
    }),
    choicesField({name: 'bodyRegions', title: 'Body regions', list: bodyRegions, group: 'audience'}),
    objectsField({
      name: 'recommends',
      title: 'Recommended exercises',
      description:
        'Exercises that the article advises. They are checked against the safety rules for its audience.',
      of: 'exerciseUse',
      group: 'exercises',
    }),
    objectsField({
      name: 'discourages',
      title: 'Discouraged exercises',
      description: 'Exercises that the article advises against, each with a reason and an alternative.',
      of: 'exerciseUse',
      group: 'exercises',
    }),
    referencesField({
      name: 'carePathways',
      title: 'Care pathways',
      description: 'Red flags that are shown with the article. At least one is immediate.',
      to: 'carePathway',
      group: 'exercises',
      required: 'Add the red flags that readers must know; at least one for immediate help.',
    }),
    referenceField({
      name: 'disclaimer',
      title: 'Disclaimer',
      to: 'disclaimer',
      group: 'exercises',
      required: 'Choose the disclaimer.',
    }),
    objectsField({
      name: 'claims',
      title: 'Claims',
      description: 'Statements of fact, with their figures and sources.',
      of: 'claim',
      group: 'evidence',
    }),
    objectsField({name: 'disclosures', title: 'Disclosures', of: 'disclosure', group: 'evidence'}),
    objectsField({
      name: 'contributors',
      title: 'Contributors',
      description: 'In the order of the byline.',
      of: 'contributor',
      group: 'governance',
      required: 'Add at least one contributor.',
    }),
    defineField({
      name: 'publishedAt',
      title: 'Published at',
      type: 'datetime',
      group: 'governance',
      validation: (rule) => rule.required().error('Give the date and time of first publication.'),
    }),
    reviewsField({group: 'governance'}),
    defineField({
      name: 'nextReviewDue',
      title: 'Next review due',
      description: 'Three years after a review, unless the settings say otherwise.',
      type: 'date',
      group: 'governance',
      validation: (rule) => rule.required().error('Give the date by which the article must be reviewed.'),
    }),
    objectsField({name: 'corrections', title: 'Corrections', of: 'correction', group: 'governance'}),
    defineField({
      name: 'sponsor',
      title: 'Sponsor',
      type: 'object',
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
  ],
  orderings: [
    {title: 'Newest first', name: 'publishedAtDesc', by: [{field: 'publishedAt', direction: 'desc'}]},
    {title: 'Next review', name: 'nextReviewAsc', by: [{field: 'nextReviewDue', direction: 'asc'}]},
  ],
  preview: {
    select: {
      title: 'title',
      kind: 'kind',
      publishedAt: 'publishedAt',
      audience: 'audience.primary.0.label',
      media: 'leadFigure.image',
    },
    prepare: prepareArticle,
  },
})

interface Selection {
  title?: string
  kind?: string
  publishedAt?: string
  audience?: string
  media?: PreviewValue['media']
}

function prepareArticle({title, kind, publishedAt, audience, media}: Selection) {
  const kindTitle = articleKinds.find((choice) => choice.value === kind)?.title
  return previewOf({
    title: title ?? 'Article',
    subtitle: [kindTitle, audience && `for ${audience}`, publishedAt?.slice(0, 10)]
      .filter(Boolean)
      .join(' · '),
    media,
  })
}
