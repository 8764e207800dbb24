import {defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface ReferenceFieldOptions extends FieldText {
  /** The document type that may be chosen. */
  to: string
  /** The sentence an editor reads when nothing is chosen; without it the field is optional. */
  required?: string
}

/** A field that points at one document, strongly: the target cannot be deleted while this stands. */
export function referenceField({to, required, ...text}: ReferenceFieldOptions) {
  return defineField({
    ...text,
    type: 'reference',
    to: [{type: to}],
    validation: (rule) => (required === undefined ? rule : [requires(rule, required), rule]),
  })
}
