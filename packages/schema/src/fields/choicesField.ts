import {defineArrayMember, defineField} from '@sanity/types'
import type {Choice} from '../vocabularies/choice.ts'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface ChoicesFieldOptions extends FieldText {
  list: readonly Choice[]
  /** The sentence an editor reads when nothing is ticked; without it the field is optional. */
  required?: string
}

/** A field that holds several values of a closed list, each at most once. */
export function choicesField({list, required, ...text}: ChoicesFieldOptions) {
  const options = [...list]
  return defineField({
    ...text,
    type: 'array',
    of: [defineArrayMember({type: 'string', options: {list: options}})],
    options: {list: options},
    validation: (rule) =>
      required === undefined
        ? rule.unique()
        : [requires(rule, required), rule.min(1).error(required), rule.unique()],
  })
}
