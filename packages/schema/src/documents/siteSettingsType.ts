import {CogIcon} from '@sanity/icons/Cog'
import {defineField, defineType} from '@sanity/types'
import {findRepeated} from '../fields/findRepeated.ts'
import {objectsField} from '../fields/objectsField.ts'
import {referenceField} from '../fields/referenceField.ts'
import {textField} from '../fields/textField.ts'
import {textsField} from '../fields/textsField.ts'
import {timeZoneField} from '../fields/timeZoneField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'

/** What holds for the whole site. There is one such document, with the id `siteSettings`. */
export const siteSettingsType = defineType({
  name: 'siteSettings',
  title: 'Site settings',
  type: 'document',
  icon: CogIcon,
  fields: [
    textField({name: 'title', title: 'Name of the site', required: 'Give the name of the site.'}),
    textField({
      name: 'description',
      title: 'Description',
      description: 'One sentence for search results.',
      rows: 2,
      max: 160,
    }),
    referenceField({
      name: 'organization',
      title: 'Clinic',
      to: 'organization',
      required: 'Choose the clinic that publishes the site.',
    }),
    timeZoneField({
      name: 'timeZone',
      title: 'Time zone of the clinic',
      description: 'An IANA name, such as America/New_York.',
      required: 'Give the time zone of the clinic, such as America/New_York.',
    }),
    objectsField({
      name: 'emergencyNumbers',
      title: 'Emergency numbers',
      description: 'One for each locale that the site is published in.',
      of: 'emergencyNumber',
      check: (numbers) => findRepeated(numbers, 'locale', (locale) => `${locale} has a number already.`),
      required: 'Add the emergency number of each locale.',
    }),
    referenceField({name: 'disclaimer', title: 'Usual disclaimer', to: 'disclaimer'}),
    referenceField({name: 'relatedFeed', title: 'Usual feed below articles', to: 'feed'}),
    wholeNumberField({
      name: 'reviewIntervalMonths',
      title: 'Review interval in months',
      min: 1,
      max: 120,
      initialValue: 36,
      required: 'Give the review interval in months.',
    }),
    wholeNumberField({
      name: 'readingGradeTarget',
      title: 'Reading grade to aim at',
      min: 1,
      max: 18,
      initialValue: 8,
      required: 'Give the reading grade to aim at.',
    }),
    textsField({
      name: 'bannedPhrases',
      title: 'Phrases not to use',
      description: 'For example: guaranteed, cures.',
      layout: 'tags',
    }),
    defineField({
      name: 'utm',
      title: 'Link tags (UTM)',
      description: 'The values that feeds may use.',
      type: 'object',
      fields: [
        textsField({name: 'sources', title: 'Sources', layout: 'tags'}),
        textsField({name: 'mediums', title: 'Mediums', layout: 'tags'}),
        textsField({name: 'campaigns', title: 'Campaigns', layout: 'tags'}),
      ],
    }),
  ],
  preview: {select: {title: 'title'}},
})
