import {ActivityIcon} from '@sanity/icons/Activity'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {qualifiersField} from '../fields/qualifiersField.ts'
import {referenceField} from '../fields/referenceField.ts'
import {loads, patternRoles, ranges, speeds} from '../vocabularies/exerciseVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'

/** A movement pattern that an exercise uses, and how. */
export const exercisePatternType = defineType({
  name: 'exercisePattern',
  title: 'Movement pattern',
  type: 'object',
  icon: ActivityIcon,
  fields: [
    referenceField({
      name: 'pattern',
      title: 'Pattern',
      description: 'Choose the narrowest that fits: rules on broader patterns reach it by themselves.',
      to: 'movementPattern',
      required: 'Choose the movement pattern.',
    }),
    qualifiersField({
      name: 'qualifiers',
      title: 'How it is done',
      description:
        'Leave out what the exercise does not fix. A rule that asks for it then counts as unknown.',
    }),
    choiceField({
      name: 'role',
      title: 'Role',
      list: patternRoles,
      initialValue: 'primary',
      required: 'Say whether this is the main movement.',
    }),
  ],
  preview: {
    select: {
      title: 'pattern.label',
      load: 'qualifiers.load',
      range: 'qualifiers.range',
      speed: 'qualifiers.speed',
    },
    prepare: prepareExercisePattern,
  },
})

interface Selection {
  title?: string
  load?: string
  range?: string
  speed?: string
}

function prepareExercisePattern({title, load, range, speed}: Selection) {
  const qualifiers = [titleOf(loads, load), titleOf(ranges, range), titleOf(speeds, speed)]
  return previewOf({title: title ?? 'Movement pattern', subtitle: qualifiers.filter(Boolean).join(' · ')})
}
