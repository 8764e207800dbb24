import {defineField} from '@sanity/types'
import type {Choice} from '../vocabularies/choice.ts'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface ChoiceFieldOptions extends FieldText {
  list: readonly Choice[]
  /** The sentence an editor reads when nothing is chosen; without it the field is optional. */
  required?: string
  initialValue?: string
  layout?: 'radio' | 'dropdown'
}

/** A field that holds one value of a closed list. */
export function choiceField({list, required, initialValue, layout, ...text}: ChoiceFieldOptions) {
  return defineField({
    ...text,
    type: 'string',
    options: {list: [...list], layout: layout ?? (list.length <= 4 ? 'radio' : 'dropdown')},
    ...(initialValue === undefined ? {} : {initialValue}),
    validation: (rule) => (required === undefined ? rule : [requires(rule, required), rule]),
  })
}
