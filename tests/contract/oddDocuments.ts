import type {TestDocument} from '@spine-center/sdk/testing'
import {sampleDocuments} from '@spine-center/sample'
import type {SortedList} from '../../packages/sdk/src/paging/walkPages.fixture.ts'

/** Sort keys as editors, imports and scripts may leave them. */
export const ODD_KEYS: readonly unknown[] = [
  'Zzz',
  'Zzz',
  'zzz',
  'Äpfel',
  '😀',
  '',
  '12',
  '2020-02-02T09:00:00Z',
  '2020-02-02T09:00:00Z',
  'later',
  12,
  0,
  true,
  null,
  undefined,
  ['Zzz'],
  {en: 'Zzz'},
]

/** Sample documents of a list once for each key, published or as drafts, and one that is broken elsewhere. */
export function oddDocuments({type, withKey}: SortedList, keys: readonly unknown[]): readonly TestDocument[] {
  const template = sampleDocuments.find((document) => document['_type'] === type)
  if (!template) throw new Error(`The sample content has no ${type}.`)
  const made = keys.flatMap((key, index) =>
    [`odd-${type}-${index}`, `drafts.odd-${type}-new-${index}`].map((id) => ({
      ...withKey(template, key),
      _id: id,
    })),
  )
  return [...made, {...template, _id: `broken-${type}`, slug: 7, title: 7}].map(asStored)
}

// What is undefined in a document is not there once it has been sent.
function asStored(document: TestDocument): TestDocument {
  const stored: TestDocument = JSON.parse(JSON.stringify(document))
  return stored
}
