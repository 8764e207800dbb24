import {defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface DateFieldOptions extends FieldText {
  required?: string
}

/** A field that holds a day. */
export function dateField({required, ...text}: DateFieldOptions) {
  return defineField({
    ...text,
    type: 'date',
    validation: (rule) => (required === undefined ? rule : [requires(rule, required), rule]),
  })
}
