import {defineArrayMember, defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import type {ListLimits} from './listRules.ts'
import {listRules} from './listRules.ts'

interface ObjectsFieldOptions extends FieldText, ListLimits {
  /** The named object type of each entry. */
  of: string
}

/** A field that holds a list of objects of one named type. */
export function objectsField({of, required, max, check, advise, ...text}: ObjectsFieldOptions) {
  return defineField({
    ...text,
    type: 'array',
    of: [defineArrayMember({type: of})],
    validation: (rule) => listRules(rule, {required, max, check, advise}),
  })
}
