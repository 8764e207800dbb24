import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {hiddenUnless} from '../fields/hiddenUnless.ts'
import {textField} from '../fields/textField.ts'
import {timeZoneField} from '../fields/timeZoneField.ts'
import {disambiguations, recurrences} from '../vocabularies/feedVocabulary.ts'
import {findScheduleProblems, isLocalDateTime, isMonthDay, isRecurrenceRule} from './scheduleRules.ts'

/**
 * A window of time in local time and a zone, never a converted instant: the law on time zones changes.
 * Windows are half-open: the start is in, the end is not.
 */
export const scheduleType = defineType({
  name: 'schedule',
  title: 'Schedule',
  type: 'object',
  icon: CalendarIcon,
  fieldsets: [{name: 'window', title: 'Window', options: {columns: 2}}],
  fields: [
    timeZoneField({
      name: 'zone',
      title: 'Time zone',
      description: 'An IANA name, such as America/New_York.',
      required: 'Give the time zone, such as America/New_York.',
    }),
    choiceField({
      name: 'recurrence',
      title: 'Runs',
      list: recurrences,
      required: 'Say whether it runs once or again and again.',
    }),
    textField({
      name: 'start',
      check: isLocalDateTime,
      title: 'Start',
      description: 'Local date and time, included. Every year: the first day on which it may run.',
      placeholder: '2026-11-26T09:00',
      fieldset: 'window',
    }),
    textField({
      name: 'end',
      check: isLocalDateTime,
      title: 'End',
      description: 'Local date and time, not included. Every year: the day from which it no longer runs.',
      placeholder: '2026-12-01T00:00',
      fieldset: 'window',
    }),
    defineField({
      name: 'yearly',
      title: 'Every year',
      type: 'object',
      options: {columns: 2},
      hidden: hiddenUnless('recurrence', 'yearly'),
      fields: [
        textField({
          name: 'from',
          check: isMonthDay,
          title: 'From',
          description: 'Month and day, such as 11-01. Included.',
          placeholder: '11-01',
        }),
        textField({
          name: 'to',
          check: isMonthDay,
          title: 'Through',
          description: 'The last day, included. It may lie in the next year: 12-15 through 01-10.',
          placeholder: '12-31',
        }),
      ],
    }),
    textField({
      name: 'rrule',
      check: isRecurrenceRule,
      title: 'Recurrence rule',
      description:
        'RFC 5545, such as FREQ=WEEKLY;BYDAY=TH. Start and end give the length of each run. A site needs an engine for such rules; every year works everywhere.',
      hidden: hiddenUnless('recurrence', 'rrule'),
    }),
    defineField({
      name: 'exceptions',
      title: 'Not on these days',
      type: 'array',
      of: [defineArrayMember({type: 'date'})],
      validation: (rule) => rule.unique(),
    }),
    choiceField({
      name: 'disambiguation',
      title: 'When the clocks change',
      list: disambiguations,
      required: 'Choose what a time means that does not exist, or exists twice.',
    }),
  ],
  validation: (rule) => rule.custom(findScheduleProblems),
})
