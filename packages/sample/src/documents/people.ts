import {objectList} from '../builders/objectList.ts'
import {references} from '../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../builders/sampleDocument.ts'

export const people: readonly SampleDocument[] = [
  sluggedDocument('person', 'kimberly-bergeron', {
    name: {given: 'Kimberly', family: 'Bergeron'},
    roles: ['author'],
    bio: 'Author of the post of 13 September 2013 from whose facts the sample article was written anew. She has not reviewed this version.',
    clinicalScope: 'physician-assistant',
    credentials: objectList('credential', [
      {code: 'PA-C', name: 'Physician Assistant, Certified'},
      {code: 'MPAS', name: 'Master of Physician Assistant Studies'},
    ]),
    affiliations: references('organization-spine-center'),
  }),
  sluggedDocument('person', 'sample-editor', {
    name: {given: 'Sample', family: 'Editor'},
    roles: ['author', 'editor'],
    bio: 'Not a real person. Stands in for the editors of a clinic wherever the sample content needs a name. Not a clinician.',
    clinicalScope: 'non-clinician',
  }),
]
