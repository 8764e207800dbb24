import {defineArrayMember, defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

interface ReferencesFieldOptions extends FieldText {
  /** The document type that may be chosen. */
  to: string
  /** The sentence an editor reads when nothing is chosen; without it the field is optional. */
  required?: string
}

/** A field that points at several documents, strongly, each at most once. */
export function referencesField({to, required, ...text}: ReferencesFieldOptions) {
  return defineField({
    ...text,
    type: 'array',
    of: [defineArrayMember({type: 'reference', to: [{type: to}]})],
    validation: (rule) =>
      required === undefined
        ? rule.unique()
        : [requires(rule, required), rule.min(1).error(required), rule.unique()],
  })
}
