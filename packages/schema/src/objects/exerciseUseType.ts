import {BoltIcon} from '@sanity/icons/Bolt'
import {defineField, defineType} from '@sanity/types'
import type {PreviewValue} from '@sanity/types'
import {hiddenWhenFilled} from '../fields/hiddenWhenFilled.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {referencesField} from '../fields/referencesField.ts'
import {textField} from '../fields/textField.ts'

/** An exercise as one article recommends or discourages it. */
export const exerciseUseType = defineType({
  name: 'exerciseUse',
  title: 'Exercise in this article',
  type: 'object',
  icon: BoltIcon,
  fields: [
    referenceField({name: 'exercise', title: 'Exercise', to: 'exercise', required: 'Choose the exercise.'}),
    textField({name: 'wording', title: 'Wording', description: 'What the article calls it.'}),
    referencesField({
      name: 'audience',
      title: 'Only for',
      description:
        'Narrows the audience of the article for this exercise. Empty: all of its primary audience.',
      to: 'condition',
    }),
    textField({
      name: 'caution',
      title: 'Caution',
      description: 'What these readers should know first.',
      rows: 2,
    }),
    defineField({
      name: 'dosageOverride',
      title: 'Dosage in this article',
      description: 'Only when it differs from the dosage of the exercise.',
      type: 'dosage',
      options: {collapsible: true, collapsed: true},
    }),
    textField({
      name: 'reason',
      title: 'Reason',
      description: 'Needed where the article advises against the exercise.',
      rows: 2,
    }),
    objectsField({
      name: 'alternatives',
      title: 'Alternatives',
      description: 'What to do instead. Needed where the article advises against the exercise.',
      of: 'alternative',
    }),
    textField({
      name: 'noAlternativeReason',
      hidden: hiddenWhenFilled('alternatives'),
      title: 'Why there is no alternative',
      description: 'Only when there is none.',
    }),
  ],
  preview: {
    select: {
      title: 'wording',
      name: 'exercise.title',
      caution: 'caution',
      reason: 'reason',
      media: 'exercise.images.0.image',
    },
    prepare: prepareExerciseUse,
  },
})

interface Selection {
  title?: string
  name?: string
  caution?: string
  reason?: string
  media?: PreviewValue['media']
}

function prepareExerciseUse({title, name, caution, reason, media}: Selection) {
  return previewOf({title: name ?? title ?? 'Exercise', subtitle: reason ?? caution ?? title, media})
}
