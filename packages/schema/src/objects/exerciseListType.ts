import {UlistIcon} from '@sanity/icons/Ulist'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referencesField} from '../fields/referencesField.ts'
import {textField} from '../fields/textField.ts'
import {exerciseListIntents} from '../vocabularies/publishingVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'

/** Shows several exercises within a text, and what the article says of them. */
export const exerciseListType = defineType({
  name: 'exerciseList',
  title: 'List of exercises',
  type: 'object',
  icon: UlistIcon,
  fields: [
    choiceField({
      name: 'intent',
      title: 'What the article says of them',
      list: exerciseListIntents,
      required: 'Say whether the article advises for or against them.',
    }),
    textField({name: 'heading', title: 'Heading'}),
    referencesField({
      name: 'exercises',
      title: 'Exercises',
      to: 'exercise',
      required: 'Add at least one exercise.',
    }),
  ],
  preview: {
    select: {heading: 'heading', intent: 'intent', exercises: 'exercises'},
    prepare: prepareExerciseList,
  },
})

function prepareExerciseList({
  heading,
  intent,
  exercises,
}: {
  heading?: string
  intent?: string
  exercises?: unknown[]
}) {
  const title = titleOf(exerciseListIntents, intent) ?? 'Exercises'
  return previewOf({title: heading ?? title, subtitle: `${title}: ${Object.keys(exercises ?? []).length}`})
}
