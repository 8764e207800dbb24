import {BoltIcon} from '@sanity/icons/Bolt'
import {defineType} from '@sanity/types'
import type {PreviewValue} from '@sanity/types'
import {previewOf} from '../../fields/previewOf.ts'
import {exerciseKinds} from '../../vocabularies/exerciseVocabulary.ts'
import {titleOf} from '../../vocabularies/titleOf.ts'
import {instructionsFields} from './instructionsFields.ts'
import {movementFields} from './movementFields.ts'
import {dosageFields} from './dosageFields.ts'
import {relatedFields} from './relatedFields.ts'
import {evidenceFields} from './evidenceFields.ts'
import {governanceFields} from './governanceFields.ts'

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
    ...instructionsFields,
    ...movementFields,
    ...dosageFields,
    ...relatedFields,
    ...evidenceFields,
    ...governanceFields,
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
  const kindTitle = titleOf(exerciseKinds, kind)
  return previewOf({
    title: title ?? 'Exercise',
    subtitle: [retired && 'Retired', kindTitle, pattern].filter(Boolean).join(' · '),
    media,
  })
}
