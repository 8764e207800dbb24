import {StackIcon} from '@sanity/icons/Stack'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicesField} from '../fields/choicesField.ts'
import {keyField} from '../fields/keyField.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'
import {dedupeKeys, experimentUnits, feedSortKeys, placements} from '../vocabularies/feedVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'
import {checkExperiment, checkSlots, checkUtm, fitsLimit} from './feedRules.ts'

/** A list of articles that is worked out when it is read. */
export const feedType = defineType({
  name: 'feed',
  title: 'Feed',
  type: 'document',
  icon: StackIcon,
  groups: [
    {name: 'content', title: 'Content', default: true},
    {name: 'limits', title: 'Limits'},
    {name: 'distribution', title: 'Distribution'},
  ],
  fields: [
    textField({
      name: 'title',
      title: 'Title',
      description: 'The heading above the list.',
      group: 'content',
      required: 'Give the feed a title.',
    }),
    keyField({
      name: 'key',
      title: 'Key',
      description: 'Short and lasting; pages ask for the feed by it.',
      group: 'content',
      required: 'Give the feed a key.',
    }),
    choicesField({
      name: 'placements',
      title: 'Placements',
      list: placements,
      group: 'content',
      required: 'Tick where the feed is shown.',
    }),
    objectsField({
      name: 'slots',
      title: 'Slots',
      description: 'Filled from first to last until the feed is full.',
      of: 'feedSlot',
      check: checkSlots,
      group: 'content',
      required: 'Add at least one slot.',
    }),
    wholeNumberField({
      name: 'limit',
      title: 'At most',
      group: 'limits',
      min: 1,
      max: 100,
      initialValue: 6,
      required: 'Give the largest number of articles.',
    }),
    wholeNumberField({
      name: 'minItems',
      check: (minItems, {document}) => fitsLimit(minItems, document),
      title: 'At least',
      description: 'Below this, the fallback is used.',
      group: 'limits',
      min: 0,
      max: 100,
    }),
    referenceField({
      name: 'fallback',
      title: 'Fallback',
      description: 'The feed to show when this one has too few articles.',
      to: 'feed',
      group: 'limits',
    }),
    defineField({
      name: 'excludeSelf',
      title: 'Leave out the article it stands below',
      type: 'boolean',
      group: 'limits',
      initialValue: true,
    }),
    choicesField({name: 'dedupe', title: 'Never twice', list: dedupeKeys, group: 'limits'}),
    choicesField({
      name: 'sort',
      title: 'Order of articles found by rule',
      description: 'The first ticked counts most.',
      list: feedSortKeys,
      group: 'limits',
    }),
    defineField({
      name: 'utm',
      title: 'Link tags (UTM)',
      validation: (rule) => rule.custom((utm, {document}) => checkUtm(utm, document)),
      description: 'Only off-site, and never a condition of a reader.',
      type: 'object',
      group: 'distribution',
      options: {columns: 2},
      fields: [
        textField({name: 'source', title: 'Source'}),
        textField({name: 'medium', title: 'Medium'}),
        textField({name: 'campaign', title: 'Campaign'}),
        textField({name: 'content', title: 'Content'}),
      ],
    }),
    defineField({
      name: 'experiment',
      title: 'Experiment',
      validation: (rule) => rule.custom(checkExperiment),
      type: 'object',
      group: 'distribution',
      options: {collapsible: true, collapsed: true},
      fields: [
        textField({name: 'key', title: 'Key'}),
        choiceField({name: 'unit', title: 'Split by', list: experimentUnits}),
        objectsField({name: 'variants', title: 'Variants', of: 'experimentVariant'}),
      ],
    }),
  ],
  preview: {select: {title: 'title', key: 'key', first: 'placements.0'}, prepare: prepareFeed},
})

function prepareFeed({title, key, first}: {title?: string; key?: string; first?: string}) {
  const placement = titleOf(placements, first)
  return previewOf({title: title ?? 'Feed', subtitle: [key, placement].filter(Boolean).join(' · ')})
}
