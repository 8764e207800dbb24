import {defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'
import {slugPattern} from './slugField.ts'

interface KeyFieldOptions extends FieldText {
  /** The sentence an editor reads when it is empty; without it the field is optional. */
  required?: string
}

/** A short lasting name that other content, pages or links refer to. */
export function keyField({required, ...text}: KeyFieldOptions) {
  return defineField({
    ...text,
    type: 'string',
    validation: (rule) => [
      ...(required === undefined ? [] : [requires(rule, required)]),
      rule.regex(slugPattern).error('Use lowercase letters, digits and single dashes.'),
    ],
  })
}
