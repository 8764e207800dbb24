import {defineField} from '@sanity/types'
import type {CustomValidator} from '@sanity/types'
import {bareRule} from './bareRule.ts'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface WholeNumberFieldOptions extends FieldText {
  min: number
  max: number
  required?: string
  initialValue?: number
  /** What the number must satisfy besides. */
  check?: CustomValidator
}

/** A field that holds a whole number between two bounds, both included. */
export function wholeNumberField({
  min,
  max,
  required,
  initialValue,
  check,
  ...text
}: WholeNumberFieldOptions) {
  return defineField({
    ...text,
    type: 'number',
    ...(initialValue === undefined ? {} : {initialValue}),
    validation: (rule) => [
      ...(required === undefined ? [] : [requires(rule, required)]),
      rule.integer().min(min).max(max).error(`Give a whole number from ${min} to ${max}.`),
      ...(check === undefined ? [] : [bareRule(rule).custom(check)]),
    ],
  })
}
