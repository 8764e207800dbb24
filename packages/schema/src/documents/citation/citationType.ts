import {BookIcon} from '@sanity/icons/Book'
import {defineType} from '@sanity/types'
import {previewOf} from '../../fields/previewOf.ts'
import {referenceFields} from './referenceFields.ts'
import {identifiersFields} from './identifiersFields.ts'
import {qualityFields} from './qualityFields.ts'
import {citationStates} from '../../vocabularies/evidenceVocabulary.ts'
import {titleOf} from '../../vocabularies/titleOf.ts'
import {governanceFields} from './governanceFields.ts'

/** A source, in the fields of CSL-JSON, with what is known of its quality. */
export const citationType = defineType({
  name: 'citation',
  title: 'Citation',
  type: 'document',
  icon: BookIcon,
  groups: [
    {name: 'reference', title: 'Reference', default: true},
    {name: 'identifiers', title: 'Identifiers'},
    {name: 'quality', title: 'Quality'},
    {name: 'governance', title: 'State'},
  ],
  fields: [...referenceFields, ...identifiersFields, ...qualityFields, ...governanceFields],
  preview: {
    select: {
      title: 'title',
      family: 'authors.0.family',
      literal: 'authors.0.literal',
      year: 'issued.year',
      container: 'containerTitle',
      state: 'state',
    },
    prepare: prepareCitation,
  },
})

interface Selection {
  title?: string
  family?: string
  literal?: string
  year?: number
  container?: string
  state?: string
}

function prepareCitation({title, family, literal, year, container, state}: Selection) {
  const standing = state === undefined || state === 'current' ? undefined : titleOf(citationStates, state)
  return previewOf({
    title: title ?? 'Citation',
    subtitle: [standing, family ?? literal, year, container].filter(Boolean).join(' · '),
  })
}
