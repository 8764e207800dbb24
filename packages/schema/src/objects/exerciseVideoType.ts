import {PlayIcon} from '@sanity/icons/Play'
import {defineField, defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'

/** A video with what readers need who cannot see or hear it (WCAG 1.2). */
export const exerciseVideoType = defineType({
  name: 'exerciseVideo',
  title: 'Video',
  type: 'object',
  icon: PlayIcon,
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      validation: (rule) => [
        rule.required().error('Give the address of the video.'),
        rule.uri({scheme: ['https']}).error('Use an address that starts with https://.'),
      ],
    }),
    textField({
      name: 'transcript',
      title: 'Transcript',
      rows: 6,
      required: 'Add a transcript, for readers who cannot watch or hear the video.',
    }),
    defineField({
      name: 'captionsUrl',
      title: 'Captions (WebVTT)',
      type: 'url',
      validation: (rule) => [
        rule.required().error('Add the address of the captions file.'),
        rule.uri({scheme: ['https']}).error('Use an address that starts with https://.'),
      ],
    }),
    wholeNumberField({
      name: 'durationSeconds',
      title: 'Length in seconds',
      min: 1,
      max: 7200,
      required: 'Give the length in seconds.',
    }),
  ],
  preview: {select: {title: 'url'}},
})
