import {plainDocument, type SampleDocument} from '../builders/sampleDocument.ts'

export const organizations: readonly SampleDocument[] = [
  plainDocument('organization', 'spine-center', {name: 'The Spine Center', kind: 'clinic'}),
  plainDocument('organization', 'example-surgical-group', {
    name: 'Example Surgical Group (invented for this sample)',
    kind: 'clinic',
  }),
]
