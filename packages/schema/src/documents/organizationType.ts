import {CaseIcon} from '@sanity/icons/Case'
import {defineField, defineType} from '@sanity/types'
import type {PreviewValue} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {textField} from '../fields/textField.ts'
import {webAddressField} from '../fields/webAddressField.ts'
import {organizationKinds} from '../vocabularies/publishingVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'

/** A clinic, publisher, guideline body or journal. */
export const organizationType = defineType({
  name: 'organization',
  title: 'Organization',
  type: 'document',
  icon: CaseIcon,
  fields: [
    textField({name: 'name', title: 'Name', required: 'Give the name.'}),
    choiceField({
      name: 'kind',
      title: 'Kind',
      list: organizationKinds,
      required: 'Choose the kind of organization.',
    }),
    webAddressField({name: 'url', title: 'Website'}),
    defineField({name: 'logo', title: 'Logo', type: 'figure'}),
  ],
  preview: {select: {title: 'name', kind: 'kind', media: 'logo.image'}, prepare: prepareOrganization},
})

interface Selection {
  title?: string
  kind?: string
  media?: PreviewValue['media']
}

function prepareOrganization({title, kind, media}: Selection) {
  return previewOf({title: title ?? 'Organization', subtitle: titleOf(organizationKinds, kind), media})
}
