import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {choicesField} from '../../fields/choicesField.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {textsField} from '../../fields/textsField.ts'
import {wholeNumberField} from '../../fields/wholeNumberField.ts'
import {
  bodyRegions,
  exerciseKinds,
  positions,
  settings,
  supervisionLevels,
} from '../../vocabularies/exerciseVocabulary.ts'
import {namesMainMovement, namesPatternsOnce} from './exerciseRules.ts'

/** The fields of the tab “Movement”. */
export const movementFields = [
  choiceField({
    name: 'kind',
    title: 'Kind',
    list: exerciseKinds,
    group: 'movement',
    required: 'Choose the kind of exercise.',
  }),
  objectsField({
    name: 'patterns',
    title: 'Movement patterns',
    description: 'What the body does. Safety rules reach the exercise through these.',
    of: 'exercisePattern',
    check: namesPatternsOnce,
    advise: namesMainMovement,
    group: 'movement',
    required: 'Add at least one movement pattern: safety rules reach the exercise through them.',
  }),
  choicesField({
    name: 'positions',
    title: 'Positions',
    list: positions,
    group: 'movement',
    required: 'Tick at least one position.',
  }),
  choicesField({
    name: 'bodyRegions',
    title: 'Body regions',
    list: bodyRegions,
    group: 'movement',
    required: 'Tick at least one body region.',
  }),
  defineField({
    name: 'muscles',
    title: 'Muscles',
    type: 'object',
    group: 'movement',
    fields: [
      textsField({name: 'primary', title: 'Mainly', layout: 'tags'}),
      textsField({name: 'secondary', title: 'Also', layout: 'tags'}),
    ],
  }),
  objectsField({name: 'equipment', title: 'Equipment', of: 'equipmentUse', group: 'movement'}),
  choicesField({name: 'settings', title: 'Where', list: settings, group: 'movement'}),
  wholeNumberField({
    name: 'difficulty',
    title: 'Difficulty',
    description: 'From 1 (anyone who can walk) to 5 (trained).',
    group: 'movement',
    min: 1,
    max: 5,
    required: 'Give the difficulty, from 1 to 5.',
  }),
  choiceField({
    name: 'supervision',
    title: 'Guidance',
    list: supervisionLevels,
    group: 'movement',
    required: 'Say how much guidance it asks for.',
  }),
]
