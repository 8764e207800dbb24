import {HeartIcon} from '@sanity/icons/Heart'
import {defineType} from '@sanity/types'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'

/** Conditions of which at least one must hold. */
export const conditionGroupType = defineType({
  name: 'conditionGroup',
  title: 'Any of these',
  type: 'object',
  icon: HeartIcon,
  fields: [
    objectsField({
      name: 'any',
      title: 'Any of',
      description: 'The group holds when one of these does.',
      of: 'conditionTest',
      required: 'Add at least one condition.',
      max: 4,
    }),
  ],
  preview: {
    select: {first: 'any.0.condition.label', second: 'any.1.condition.label', third: 'any.2.condition.label'},
    prepare: prepareConditionGroup,
  },
})

function prepareConditionGroup({first, second, third}: {first?: string; second?: string; third?: string}) {
  return previewOf({title: [first, second, third].filter(Boolean).join(' or ') || 'Any of these'})
}
