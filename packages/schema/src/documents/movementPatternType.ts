import {ActivityIcon} from '@sanity/icons/Activity'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicesField} from '../fields/choicesField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {referencesField} from '../fields/referencesField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {joints, movementAxes} from '../vocabularies/safetyVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'

/** A way of moving or holding the body, which rules can name. */
export const movementPatternType = defineType({
  name: 'movementPattern',
  title: 'Movement pattern',
  type: 'document',
  icon: ActivityIcon,
  fields: [
    textField({name: 'label', title: 'Label', required: 'Give the pattern a label.'}),
    slugField({source: 'label'}),
    textField({
      name: 'definition',
      title: 'Definition',
      description: 'When does a movement belong to this pattern?',
      rows: 3,
      required: 'Say when a movement belongs to this pattern.',
    }),
    choiceField({
      name: 'axis',
      title: 'Axis',
      list: movementAxes,
      required: 'Choose the axis of the movement.',
    }),
    choicesField({
      name: 'joints',
      title: 'Joints',
      list: joints,
      required: 'Tick the joints that move or bear load.',
    }),
    referencesField({
      name: 'broader',
      title: 'Broader patterns',
      description: 'A rule on a broader pattern reaches this one too.',
      to: 'movementPattern',
    }),
    referenceField({name: 'opposite', title: 'Opposite', to: 'movementPattern'}),
    referencesField({name: 'sources', title: 'Sources', to: 'citation'}),
  ],
  preview: {
    select: {title: 'label', axis: 'axis', broader: 'broader.0.label'},
    prepare: prepareMovementPattern,
  },
})

function prepareMovementPattern({title, axis, broader}: {title?: string; axis?: string; broader?: string}) {
  const axisTitle = titleOf(movementAxes, axis)
  return previewOf({
    title: title ?? 'Movement pattern',
    subtitle: broader ? `${axisTitle} · part of ${broader}` : axisTitle,
  })
}
