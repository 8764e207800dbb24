import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from '@sanity/types'
import type {PreviewValue} from '@sanity/types'
import {parseNpi, parseOrcid} from '@spine-center/rules/identifiers'
import {choiceField} from '../fields/choiceField.ts'
import {choicesField} from '../fields/choicesField.ts'
import {identifierField} from '../fields/identifierField.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referencesField} from '../fields/referencesField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {webAddressField} from '../fields/webAddressField.ts'
import {clinicalScopes, personRoles} from '../vocabularies/publishingVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'
import {canReviewClinically} from './personRules.ts'

/** Someone who writes, reviews or edits. */
export const personType = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  groups: [
    {name: 'profile', title: 'Profile', default: true},
    {name: 'standing', title: 'Credentials'},
    {name: 'interests', title: 'Disclosures'},
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'object',
      group: 'profile',
      options: {columns: 2},
      validation: (rule) => rule.required().error('Give the name.'),
      fields: [
        textField({name: 'given', title: 'Given name', required: 'Give the given name.'}),
        textField({name: 'family', title: 'Family name', required: 'Give the family name.'}),
        textField({name: 'suffix', title: 'Suffix', description: 'Jr., III'}),
      ],
    }),
    slugField({source: 'name.family', group: 'profile'}),
    choicesField({
      name: 'roles',
      title: 'Roles',
      list: personRoles,
      group: 'profile',
      required: 'Tick at least one role.',
      check: canReviewClinically,
    }),
    textField({
      name: 'bio',
      title: 'About',
      description: 'Two or three sentences for the byline.',
      rows: 3,
      max: 400,
      group: 'profile',
    }),
    defineField({name: 'portrait', title: 'Portrait', type: 'figure', group: 'profile'}),
    webAddressField({
      name: 'profileUrl',
      title: 'Profile',
      description: 'Address of a profile page.',
      group: 'profile',
    }),
    choiceField({
      name: 'clinicalScope',
      title: 'Clinical scope',
      description: 'Decides which reviews this person can give.',
      list: clinicalScopes,
      group: 'standing',
    }),
    objectsField({name: 'credentials', title: 'Credentials', of: 'credential', group: 'standing'}),
    identifierField({
      name: 'orcid',
      title: 'ORCID iD',
      description: 'For example: 0000-0002-1825-0097.',
      group: 'standing',
      parse: parseOrcid,
    }),
    identifierField({
      name: 'npi',
      title: 'NPI',
      description: 'US National Provider Identifier, ten digits.',
      group: 'standing',
      parse: parseNpi,
    }),
    referencesField({name: 'affiliations', title: 'Affiliations', to: 'organization', group: 'standing'}),
    objectsField({
      name: 'disclosures',
      title: 'Disclosures',
      description: 'Interests that readers should know of.',
      of: 'disclosure',
      group: 'interests',
    }),
  ],
  preview: {
    select: {
      given: 'name.given',
      family: 'name.family',
      code: 'credentials.0.code',
      second: 'credentials.1.code',
      scope: 'clinicalScope',
      media: 'portrait.image',
    },
    prepare: preparePerson,
  },
})

interface Selection {
  given?: string
  family?: string
  code?: string
  second?: string
  scope?: string
  media?: PreviewValue['media']
}

function preparePerson({given, family, code, second, scope, media}: Selection) {
  const name = [given, family].filter(Boolean).join(' ')
  const scopeTitle = titleOf(clinicalScopes, scope)
  return previewOf({
    title: [name || 'Nameless person', code, second].filter(Boolean).join(', '),
    subtitle: scopeTitle,
    media,
  })
}
