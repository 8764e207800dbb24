import {defineArrayMember, defineField} from '@sanity/types'
import {languageField} from '../../fields/languageField.ts'
import {hiddenWhenFilled} from '../../fields/hiddenWhenFilled.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {slugField} from '../../fields/slugField.ts'
import {textField} from '../../fields/textField.ts'
import {textsField} from '../../fields/textsField.ts'
import {hasStepsOrReason} from './exerciseRules.ts'

/** The fields of the tab “Instructions”. */
export const instructionsFields = [
  textField({
    name: 'title',
    title: 'Title',
    group: 'instructions',
    required: 'Give the exercise a title.',
    max: 70,
  }),
  slugField({source: 'title', group: 'instructions'}),
  languageField({group: 'instructions'}),
  textField({
    name: 'purpose',
    title: 'Purpose',
    description: 'What it is for, in one or two plain sentences.',
    group: 'instructions',
    rows: 2,
    required: 'Say what the exercise is for.',
    max: 200,
  }),
  objectsField({
    name: 'steps',
    title: 'Steps',
    description: 'One action a step; three steps or more.',
    of: 'exerciseStep',
    check: hasStepsOrReason,
    group: 'instructions',
  }),
  textField({
    name: 'stepsWaivedReason',
    hidden: hiddenWhenFilled('steps'),
    title: 'Why there are no steps',
    description: 'Only for an exercise that needs none, such as walking.',
    group: 'instructions',
  }),
  objectsField({
    name: 'stopIf',
    title: 'Stop if',
    description: 'Signs at which to stop. Every exercise has at least one.',
    of: 'stopSign',
    group: 'instructions',
    required: 'Add at least one sign at which to stop.',
  }),
  textsField({name: 'commonErrors', title: 'Common errors', group: 'instructions'}),
  defineField({
    name: 'images',
    title: 'Pictures',
    type: 'array',
    group: 'instructions',
    of: [defineArrayMember({type: 'figure'})],
  }),
  defineField({
    name: 'video',
    title: 'Video',
    type: 'exerciseVideo',
    group: 'instructions',
    options: {collapsible: true, collapsed: true},
  }),
]
