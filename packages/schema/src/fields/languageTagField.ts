import {defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

// The subset of BCP 47 in use here: language, and perhaps script and region.
const languageTagPattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/

interface LanguageTagFieldOptions extends FieldText {
  required?: string
}

/** A field that holds a BCP 47 tag such as en or en-US. */
export function languageTagField({required, ...text}: LanguageTagFieldOptions) {
  return defineField({
    ...text,
    type: 'string',
    validation: (rule) => [
      ...(required === undefined ? [] : [requires(rule, required)]),
      rule.regex(languageTagPattern).error('Use a tag such as en or en-US.'),
    ],
  })
}
