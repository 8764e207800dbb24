import {defineField} from '@sanity/types'
import {bareRule} from './bareRule.ts'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface WebAddressFieldOptions extends FieldText {
  required?: string
  /** What the address must satisfy besides. */
  check?: (address: string | undefined) => true | string
}

/** A field that holds the address of a web page or file. */
export function webAddressField({required, check, ...text}: WebAddressFieldOptions) {
  return defineField({
    ...text,
    type: 'url',
    validation: (rule) => [
      ...(required === undefined ? [] : [requires(rule, required)]),
      rule.uri({scheme: ['https', 'http']}).error('Use a whole address that starts with https://.'),
      ...(check === undefined ? [] : [bareRule(rule).custom(check)]),
    ],
  })
}
