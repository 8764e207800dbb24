import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {findRepeated} from '../fields/findRepeated.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {referencesField} from '../fields/referencesField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'
import {campaignStatuses} from '../vocabularies/feedVocabulary.ts'

/** Articles that feeds put forward during a window of time. */
export const campaignType = defineType({
  name: 'campaign',
  title: 'Campaign',
  type: 'document',
  icon: CalendarIcon,
  fields: [
    textField({name: 'title', title: 'Title', required: 'Give the campaign a title.'}),
    slugField({
      source: 'title',
      description: 'Also the campaign tag of links. Do not change it while the campaign runs.',
    }),
    choiceField({
      name: 'status',
      title: 'Status',
      list: campaignStatuses,
      initialValue: 'active',
      required: 'Choose the status.',
    }),
    defineField({
      name: 'window',
      title: 'Window',
      type: 'schedule',
      initialValue: {recurrence: 'none', disambiguation: 'compatible'},
      validation: (rule) => rule.required().error('Say when the campaign runs.'),
    }),
    objectsField({
      name: 'items',
      title: 'Articles',
      of: 'campaignItem',
      check: (items) => findRepeated(items, 'article', () => 'This article stands here twice.'),
      required: 'Add at least one article.',
    }),
    referencesField({
      name: 'feeds',
      title: 'Feeds',
      description: 'Feeds in which it shows.',
      to: 'feed',
      required: 'Add at least one feed.',
    }),
    wholeNumberField({
      name: 'priority',
      title: 'Priority',
      description: 'Among campaigns that run at the same time, the higher stands first.',
      min: 0,
      max: 100,
      initialValue: 10,
      required: 'Give the priority.',
    }),
    referenceField({name: 'owner', title: 'Owner', description: 'Whom to ask about it.', to: 'person'}),
  ],
  preview: {
    select: {
      title: 'title',
      status: 'status',
      from: 'window.yearly.from',
      to: 'window.yearly.to',
      start: 'window.start',
      end: 'window.end',
    },
    prepare: prepareCampaign,
  },
})

interface Selection {
  title?: string
  status?: string
  from?: string
  to?: string
  start?: string
  end?: string
}

function prepareCampaign({title, status, from, to, start, end}: Selection) {
  const yearly = from && to && `every year ${from} through ${to}`
  const once = start && `${start.slice(0, 10)} until ${end?.slice(0, 10) ?? 'further notice'}`
  return previewOf({
    title: title ?? 'Campaign',
    subtitle: [status === 'paused' && 'Paused', yearly ?? once].filter(Boolean).join(' · '),
  })
}
