import {objectsField} from '../../fields/objectsField.ts'
import {referencesField} from '../../fields/referencesField.ts'

/** The fields of the tab “Related”. */
export const relatedFields = [
  objectsField({name: 'aliases', title: 'Other names', of: 'exerciseAlias', group: 'related'}),
  referencesField({
    name: 'progressionOf',
    title: 'Harder form of',
    description: 'Easier exercises that this one follows.',
    to: 'exercise',
    group: 'related',
  }),
  objectsField({name: 'alternatives', title: 'Alternatives', of: 'alternative', group: 'related'}),
]
