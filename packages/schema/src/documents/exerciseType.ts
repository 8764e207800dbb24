import {BoltIcon} from '@sanity/icons/Bolt'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import type {PreviewValue} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicesField} from '../fields/choicesField.ts'
import {languageField} from '../fields/languageField.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referencesField} from '../fields/referencesField.ts'
import {retirementField} from '../fields/retirementField.ts'
import {reviewsField} from '../fields/reviewsField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {textsField} from '../fields/textsField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'
import {
  bodyRegions,
  exerciseKinds,
  positions,
  settings,
  supervisionLevels,
} from '../vocabularies/exerciseVocabulary.ts'

/** An exercise: how it is done, what it asks of the body, and what is known of it. */
export const exerciseType = defineType({
  name: 'exercise',
  title: 'Exercise',
  type: 'document',
  icon: BoltIcon,
  groups: [
    {name: 'instructions', title: 'Instructions', default: true},
    {name: 'movement', title: 'Movement'},
    {name: 'dosage', title: 'Dosage'},
    {name: 'related', title: 'Related'},
    {name: 'evidence', title: 'Evidence'},
    {name: 'governance', title: 'Reviews'},
  ],
  fields: [
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
      group: 'instructions',
    }),
    textField({
      name: 'stepsWaivedReason',
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
    objectsField({
      name: 'dosages',
      title: 'Dosage',
      description: 'Only what a source states. Leave it empty rather than guess.',
      of: 'dosage',
      group: 'dosage',
    }),
    objectsField({name: 'aliases', title: 'Other names', of: 'exerciseAlias', group: 'related'}),
    referencesField({
      name: 'progressionOf',
      title: 'Harder form of',
      description: 'Easier exercises that this one follows.',
      to: 'exercise',
      group: 'related',
    }),
    objectsField({name: 'alternatives', title: 'Alternatives', of: 'alternative', group: 'related'}),
    objectsField({name: 'evidence', title: 'Evidence', of: 'exerciseEvidence', group: 'evidence'}),
    reviewsField({group: 'governance'}),
    retirementField('exercise', {group: 'governance'}),
  ],
  preview: {
    select: {
      title: 'title',
      kind: 'kind',
      pattern: 'patterns.0.pattern.label',
      retired: 'retirement.reason',
      media: 'images.0.image',
    },
    prepare: prepareExercise,
  },
})

interface Selection {
  title?: string
  kind?: string
  pattern?: string
  retired?: string
  media?: PreviewValue['media']
}

function prepareExercise({title, kind, pattern, retired, media}: Selection) {
  const kindTitle = exerciseKinds.find((choice) => choice.value === kind)?.title
  return previewOf({
    title: title ?? 'Exercise',
    subtitle: [retired && 'Retired', kindTitle, pattern].filter(Boolean).join(' · '),
    media,
  })
}
