import {defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

/** Holds for the names of time zones that this runtime knows (IANA time zone database). */
export function isKnownTimeZone(zone: string | undefined): true | string {
  if (!zone) return true
  try {
    return new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone !== '' &&
      /^[A-Za-z]/.test(zone)
      ? true
      : offsetSentence
  } catch {
    return `“${zone}” is no time zone. Use an IANA name, such as America/New_York.`
  }
}

// An offset such as +05:00 is accepted by Intl, but it does not follow summer time.
const offsetSentence =
  'Use the name of a zone, such as America/New_York: an offset does not follow summer time.'

interface TimeZoneFieldOptions extends FieldText {
  required: string
}

/** A field that holds an IANA time zone. */
export function timeZoneField({required, ...text}: TimeZoneFieldOptions) {
  return defineField({
    ...text,
    type: 'string',
    validation: (rule) => [requires(rule, required), rule.custom(isKnownTimeZone)],
  })
}
