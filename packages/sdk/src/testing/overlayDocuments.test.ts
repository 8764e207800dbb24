import {describe, expect, it} from 'vitest'
import type {Perspective} from '../client/perspective.ts'
import {overlayDocuments} from './overlayDocuments.ts'

const document = (_id: string, title: string) => ({_id, _type: 'article', title})
const documents = [
  document('a', 'a published'),
  document('drafts.a', 'a draft'),
  document('drafts.b', 'b draft'),
  document('versions.r1.a', 'a in r1'),
  document('c', 'c published'),
]

describe('overlayDocuments', () => {
  it.each<[Perspective, Record<string, string>]>([
    ['published', {a: 'a published', c: 'c published'}],
    ['drafts', {a: 'a draft', b: 'b draft', c: 'c published'}],
    [['r1'], {a: 'a in r1', c: 'c published'}],
    [['r1', 'drafts'], {a: 'a in r1', b: 'b draft', c: 'c published'}],
    [['drafts', 'r1'], {a: 'a draft', b: 'b draft', c: 'c published'}],
    [[], {a: 'a published', c: 'c published'}],
  ])('shows %j', (perspective, titles) => {
    const shown = overlayDocuments(documents, perspective)
    expect(Object.fromEntries(shown.map(({_id: id, ...rest}) => [id, rest['title']]))).toEqual(titles)
  })

  it('keeps the stored id of what it lays over', () => {
    expect(overlayDocuments(documents, 'drafts')[0]).toMatchObject({_id: 'a', _originalId: 'drafts.a'})
  })

  it('shows everything as it is stored in raw, and changes nothing', () => {
    const before = structuredClone(documents)
    expect(overlayDocuments(documents, 'raw')).toEqual(documents)
    overlayDocuments(documents, 'drafts')
    expect(documents).toEqual(before)
  })
})
