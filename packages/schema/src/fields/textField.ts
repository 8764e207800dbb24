import {defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface TextFieldOptions extends FieldText {
  /** Rows of the input; one row is a single-line field. */
  rows?: number
  /** The sentence an editor reads when it is empty; without it the field is optional. */
  required?: string
  /** Longest text in characters. */
  max?: number
  placeholder?: string
}

/** A field of plain text, on one line or several. */
export function textField({rows, required, max, ...text}: TextFieldOptions) {
  const tooLong = `Shorten this to ${max} characters or fewer.`
  const shared = {...text}
  return rows === undefined
    ? defineField({
        ...shared,
        type: 'string',
        validation: (rule) => [
          ...(required === undefined ? [] : [requires(rule, required)]),
          ...(max === undefined ? [] : [rule.max(max).error(tooLong)]),
        ],
      })
    : defineField({
        ...shared,
        type: 'text',
        rows,
        validation: (rule) => [
          ...(required === undefined ? [] : [requires(rule, required)]),
          ...(max === undefined ? [] : [rule.max(max).error(tooLong)]),
        ],
      })
}
