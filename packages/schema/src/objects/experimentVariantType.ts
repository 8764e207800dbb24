import {SplitVerticalIcon} from '@sanity/icons/SplitVertical'
import {defineField, defineType} from '@sanity/types'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'

/** One arm of an experiment with a feed. */
export const experimentVariantType = defineType({
  name: 'experimentVariant',
  title: 'Variant',
  type: 'object',
  icon: SplitVerticalIcon,
  fields: [
    textField({name: 'id', title: 'Name', required: 'Give the variant a short name, such as a or b.'}),
    defineField({
      name: 'weight',
      title: 'Weight',
      type: 'number',
      initialValue: 1,
      validation: (rule) => [
        rule.required().error('Give the weight of the variant.'),
        rule.min(0).error('A weight is 0 or more.'),
      ],
    }),
    referenceField({
      name: 'feed',
      title: 'Shows',
      description: 'The feed whose slots this variant uses. Empty: the slots of this feed.',
      to: 'feed',
    }),
  ],
  preview: {select: {title: 'id', subtitle: 'feed.title'}},
})
