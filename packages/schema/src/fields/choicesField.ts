import {defineArrayMember, defineField} from '@sanity/types'
import type {Choice} from '../vocabularies/choice.ts'
import {bareRule} from './bareRule.ts'
import type {FieldText} from './fieldText.ts'
import type {ListLimits} from './listRules.ts'
import {listRules} from './listRules.ts'

interface ChoicesFieldOptions extends FieldText, ListLimits {
  list: readonly Choice[]
}

/** A field that holds several values of a closed list, each at most once. */
export function choicesField({list, required, max, check, advise, ...text}: ChoicesFieldOptions) {
  const options = [...list]
  return defineField({
    ...text,
    type: 'array',
    of: [defineArrayMember({type: 'string', options: {list: options}})],
    options: {list: options, layout: list.length > 4 ? 'grid' : 'list'},
    validation: (rule) => [...listRules(rule, {required, max, check, advise}), bareRule(rule).unique()],
  })
}
