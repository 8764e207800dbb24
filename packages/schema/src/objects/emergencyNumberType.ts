import {BellIcon} from '@sanity/icons/Bell'
import {defineField, defineType} from '@sanity/types'
import {languageTagField} from '../fields/languageTagField.ts'
import {requires} from '../fields/requires.ts'

/** The emergency number of a place. */
export const emergencyNumberType = defineType({
  name: 'emergencyNumber',
  title: 'Emergency number',
  type: 'object',
  icon: BellIcon,
  options: {columns: 2},
  fields: [
    languageTagField({
      name: 'locale',
      title: 'Locale',
      description: 'BCP 47, such as en-US.',
      required: 'Give the locale, such as en-US.',
    }),
    defineField({
      name: 'number',
      title: 'Number',
      type: 'string',
      validation: (rule) => [
        requires(rule, 'Give the number to call.'),
        rule.regex(/^\+?[0-9][0-9 ]{1,18}$/).error('Use digits and spaces, such as 911 or +44 999.'),
      ],
    }),
  ],
  preview: {select: {title: 'number', subtitle: 'locale'}},
})
