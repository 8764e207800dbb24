import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineField, defineType} from '@sanity/types'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'

/** An article that a campaign puts forward. */
export const campaignItemType = defineType({
  name: 'campaignItem',
  title: 'Article',
  type: 'object',
  icon: DocumentTextIcon,
  fields: [
    referenceField({name: 'article', title: 'Article', to: 'article', required: 'Choose the article.'}),
    defineField({
      name: 'weight',
      title: 'Weight',
      description: 'Heavier articles stand first.',
      type: 'number',
      initialValue: 1,
      validation: (rule) => rule.min(0).error('A weight is 0 or more.'),
    }),
  ],
  preview: {select: {title: 'article.title', weight: 'weight'}, prepare: prepareCampaignItem},
})

function prepareCampaignItem({title, weight}: {title?: string; weight?: number}) {
  return previewOf({title: title ?? 'Article', subtitle: `Weight ${weight ?? 1}`})
}
