import {defineArrayMember, defineField} from '@sanity/types'
import {bareRule} from './bareRule.ts'
import type {FieldText} from './fieldText.ts'
import type {ListLimits} from './listRules.ts'
import {listRules} from './listRules.ts'
import {pointsElsewhere} from './pointsElsewhere.ts'

interface ReferencesFieldOptions extends FieldText, ListLimits {
  /** The document type that may be chosen. */
  to: string
}

/** A field that points at several documents, strongly, each at most once. */
export function referencesField({to, required, max, check, advise, ...text}: ReferencesFieldOptions) {
  return defineField({
    ...text,
    type: 'array',
    of: [
      defineArrayMember({
        type: 'reference',
        to: [{type: to}],
        validation: (rule) => rule.custom((reference, {document}) => pointsElsewhere(reference, document)),
      }),
    ],
    validation: (rule) => [...listRules(rule, {required, max, check, advise}), bareRule(rule).unique()],
  })
}
