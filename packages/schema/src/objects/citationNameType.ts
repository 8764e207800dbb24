import {UserIcon} from '@sanity/icons/User'
import {defineType} from '@sanity/types'
import {isRecord} from '../fields/isRecord.ts'
import {isEmpty} from '../fields/isEmpty.ts'
import {previewOf} from '../fields/previewOf.ts'
import {textField} from '../fields/textField.ts'

/** Holds when a name is either a person (family name) or a body (literal), and not both. */
export function isPersonOrBody(name: unknown): true | string {
  if (!isRecord(name)) return true
  const person = !isEmpty(name['family']) || !isEmpty(name['given'])
  const body = !isEmpty(name['literal'])
  if (person && body) return 'Give either a person or an organization, not both in one entry.'
  if (!person && !body) return 'Give a family name, or the name of an organization.'
  if (person && isEmpty(name['family'])) return 'Give the family name.'
  return true
}

/** A name of an author, as CSL-JSON has it. */
export const citationNameType = defineType({
  name: 'citationName',
  title: 'Author',
  type: 'object',
  icon: UserIcon,
  options: {columns: 2},
  fields: [
    textField({name: 'family', title: 'Family name'}),
    textField({
      name: 'given',
      title: 'Given names',
      description: 'In full or as initials, as the source has them.',
    }),
    textField({name: 'suffix', title: 'Suffix', description: 'Jr., III'}),
    textField({
      name: 'literal',
      title: 'Or an organization',
      description: 'When the author is not a person.',
    }),
  ],
  validation: (rule) => rule.custom(isPersonOrBody),
  preview: {select: {family: 'family', given: 'given', literal: 'literal'}, prepare: prepareCitationName},
})

function prepareCitationName({family, given, literal}: {family?: string; given?: string; literal?: string}) {
  return previewOf({title: literal ?? ([family, given].filter(Boolean).join(', ') || 'Author')})
}
