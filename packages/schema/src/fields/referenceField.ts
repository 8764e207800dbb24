import {defineField} from '@sanity/types'
import type {CustomValidator} from '@sanity/types'
import {bareRule} from './bareRule.ts'
import type {FieldText} from './fieldText.ts'
import {pointsElsewhere} from './pointsElsewhere.ts'
import {requires} from './requires.ts'

interface ReferenceFieldOptions extends FieldText {
  /** The document type that may be chosen. */
  to: string
  /** The sentence an editor reads when nothing is chosen; without it the field is optional. */
  required?: string
  /** What the reference must satisfy besides. */
  check?: CustomValidator
}

/** A field that points at one document, strongly: the target cannot be deleted while this stands. */
export function referenceField({to, required, check, ...text}: ReferenceFieldOptions) {
  return defineField({
    ...text,
    type: 'reference',
    to: [{type: to}],
    validation: (rule) => [
      ...(required === undefined ? [] : [requires(rule, required)]),
      rule.custom((reference, {document}) => pointsElsewhere(reference, document)),
      ...(check === undefined ? [] : [bareRule(rule).custom(check)]),
    ],
  })
}
