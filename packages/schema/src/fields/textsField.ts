import {defineArrayMember, defineField} from '@sanity/types'
import {bareRule} from './bareRule.ts'
import type {FieldText} from './fieldText.ts'
import type {ListLimits} from './listRules.ts'
import {listRules} from './listRules.ts'

interface TextsFieldOptions extends FieldText, ListLimits {
  /** `tags` shows short words side by side; a list shows one line each. */
  layout?: 'tags' | 'list'
}

/** A field that holds several short texts, each at most once. */
export function textsField({layout, required, max, check, advise, ...text}: TextsFieldOptions) {
  return defineField({
    ...text,
    type: 'array',
    of: [defineArrayMember({type: 'string', validation: (rule) => rule.min(1)})],
    options: {layout: layout ?? 'list'},
    validation: (rule) => [...listRules(rule, {required, max, check, advise}), bareRule(rule).unique()],
  })
}
