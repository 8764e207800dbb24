import {TokenIcon} from '@sanity/icons/Token'
import {defineField, defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'
import {today} from '../fields/today.ts'
import {isNotExpired} from './credentialRules.ts'

/** A qualification of a person. */
export const credentialType = defineType({
  name: 'credential',
  title: 'Credential',
  type: 'object',
  icon: TokenIcon,
  fields: [
    textField({
      name: 'code',
      title: 'Letters',
      description: 'As they stand behind the name: PA-C, MPAS, PT, DPT, MD.',
      required: 'Give the letters of the credential, such as PT.',
    }),
    textField({name: 'name', title: 'In full', description: 'For example: Physician Assistant, Certified.'}),
    textField({name: 'issuer', title: 'Issued by'}),
    textField({name: 'number', title: 'Licence number'}),
    defineField({
      name: 'validThrough',
      title: 'Valid through',
      type: 'date',
      validation: (rule) => rule.custom((day) => isNotExpired(day, today())).warning(),
    }),
  ],
  preview: {select: {title: 'code', subtitle: 'name'}},
})
