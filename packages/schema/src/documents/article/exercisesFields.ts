import {objectsField} from '../../fields/objectsField.ts'
import {referenceField} from '../../fields/referenceField.ts'
import {referencesField} from '../../fields/referencesField.ts'
import {findMissingReasons} from './exerciseUseRules.ts'

/** The fields of the tab “Exercises”. */
export const exercisesFields = [
  objectsField({
    name: 'recommends',
    title: 'Recommended exercises',
    description:
      'Exercises that the article advises. They are checked against the safety rules for its audience.',
    of: 'exerciseUse',
    group: 'exercises',
  }),
  objectsField({
    name: 'discourages',
    title: 'Discouraged exercises',
    description: 'Exercises that the article advises against, each with a reason and an alternative.',
    of: 'exerciseUse',
    check: findMissingReasons,
    group: 'exercises',
  }),
  referencesField({
    name: 'carePathways',
    title: 'Care pathways',
    description: 'Red flags that are shown with the article. At least one is immediate.',
    to: 'carePathway',
    group: 'exercises',
    required: 'Add the red flags that readers must know; at least one for immediate help.',
  }),
  referenceField({
    name: 'disclaimer',
    title: 'Disclaimer',
    to: 'disclaimer',
    group: 'exercises',
    required: 'Choose the disclaimer.',
  }),
]
