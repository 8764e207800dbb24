import {defineField} from '@sanity/types'
import type {IdentifierResult} from '@spine-center/rules/identifiers'
import type {FieldText} from './fieldText.ts'
import {isEmpty} from './isEmpty.ts'

type ParseIdentifier = (input: string) => IdentifierResult

/** Holds when an identifier is valid and written in its normal form; letter case does not matter. */
export function isNormalIdentifier(value: string | undefined, parse: ParseIdentifier): true | string {
  if (value === undefined || isEmpty(value)) return true
  const result = parse(value)
  if (!result.ok) return result.reason
  return result.value.toLowerCase() === value.toLowerCase() || `Write it as ${result.value}.`
}

interface IdentifierFieldOptions extends FieldText {
  parse: ParseIdentifier
}

/** A field that holds an identifier such as a DOI. */
export function identifierField({parse, ...text}: IdentifierFieldOptions) {
  return defineField({
    ...text,
    type: 'string',
    validation: (rule) => rule.custom((value) => isNormalIdentifier(value, parse)),
  })
}
