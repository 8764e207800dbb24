import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineType} from '@sanity/types'
import type {PreviewValue} from '@sanity/types'
import {previewOf} from '../../fields/previewOf.ts'
import {articleKinds} from '../../vocabularies/publishingVocabulary.ts'
import {titleOf} from '../../vocabularies/titleOf.ts'
import {contentFields} from './contentFields.ts'
import {audienceFields} from './audienceFields.ts'
import {exercisesFields} from './exercisesFields.ts'
import {evidenceFields} from './evidenceFields.ts'
import {governanceFields} from './governanceFields.ts'
import {distributionFields} from './distributionFields.ts'

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
    ...contentFields,
    ...audienceFields,
    ...exercisesFields,
    ...evidenceFields,
    ...governanceFields,
    ...distributionFields,
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
  const kindTitle = titleOf(articleKinds, kind)
  return previewOf({
    title: title ?? 'Article',
    subtitle: [kindTitle, audience && `for ${audience}`, publishedAt?.slice(0, 10)]
      .filter(Boolean)
      .join(' · '),
    media,
  })
}
