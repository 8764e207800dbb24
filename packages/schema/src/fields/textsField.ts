import {defineArrayMember, defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'

interface TextsFieldOptions extends FieldText {
  /** `tags` shows short words side by side; a list shows one line each. */
  layout?: 'tags' | 'list'
}

/** A field that holds several short texts, each at most once. */
export function textsField({layout, ...text}: TextsFieldOptions) {
  return defineField({
    ...text,
    type: 'array',
    of: [defineArrayMember({type: 'string', validation: (rule) => rule.min(1)})],
    options: {layout: layout ?? 'list'},
    validation: (rule) => rule.unique(),
  })
}
