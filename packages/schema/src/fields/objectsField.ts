import {defineArrayMember, defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface ObjectsFieldOptions extends FieldText {
  /** The named object type of each entry. */
  of: string
  /** The sentence an editor reads when the list is too short; without it the field is optional. */
  required?: string
  /** Fewest entries when required; 1 unless told. */
  min?: number
  max?: number
}

/** A field that holds a list of objects of one named type. */
export function objectsField({of, required, min, max, ...text}: ObjectsFieldOptions) {
  return defineField({
    ...text,
    type: 'array',
    of: [defineArrayMember({type: of})],
    validation: (rule) => [
      ...(required === undefined ? [] : [requires(rule, required), rule.min(min ?? 1).error(required)]),
      ...(max === undefined ? [] : [rule.max(max).error(`Keep at most ${max} entries.`)]),
    ],
  })
}
