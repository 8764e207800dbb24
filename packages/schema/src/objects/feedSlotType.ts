import {StackCompactIcon} from '@sanity/icons/StackCompact'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {hiddenUnless} from '../fields/hiddenUnless.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'
import {slotKinds} from '../vocabularies/feedVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'

/** One source of a feed's items; slots are filled from first to last. */
export const feedSlotType = defineType({
  name: 'feedSlot',
  title: 'Slot',
  type: 'object',
  icon: StackCompactIcon,
  fields: [
    choiceField({
      name: 'kind',
      title: 'Filled by',
      list: slotKinds,
      required: 'Choose what fills this slot.',
    }),
    referenceField({
      name: 'pin',
      title: 'Pinned article',
      to: 'article',
      hidden: hiddenUnless('kind', 'pinned'),
    }),
    defineField({
      name: 'window',
      title: 'Pinned during',
      description: 'Empty: always.',
      type: 'schedule',
      hidden: hiddenUnless('kind', 'pinned'),
      options: {collapsible: true, collapsed: true},
    }),
    defineField({
      name: 'rule',
      title: 'Rule',
      description: 'Which articles may fill this slot. Empty: any.',
      type: 'feedRule',
      hidden: hiddenUnless('kind', 'rule', 'fallback'),
    }),
    wholeNumberField({name: 'limit', title: 'At most', min: 1, max: 50}),
    defineField({
      name: 'diversity',
      title: 'Variety',
      type: 'object',
      options: {columns: 2},
      hidden: hiddenUnless('kind', 'rule', 'fallback'),
      fields: [
        wholeNumberField({name: 'maxPerTopic', title: 'At most of one topic', min: 1, max: 50}),
        wholeNumberField({name: 'maxPerAuthor', title: 'At most of one author', min: 1, max: 50}),
      ],
    }),
  ],
  preview: {select: {kind: 'kind', pin: 'pin.title', limit: 'limit'}, prepare: prepareFeedSlot},
})

function prepareFeedSlot({kind, pin, limit}: {kind?: string; pin?: string; limit?: number}) {
  const title = titleOf(slotKinds, kind) ?? 'Slot'
  return previewOf({
    title: pin ?? title,
    subtitle: [pin && title, limit && `at most ${limit}`].filter(Boolean).join(', '),
  })
}
