import {describe, expect, it} from 'vitest'
import {clinicDocuments} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import {listReferences} from './index.ts'

const source = (_id: string) => ({_id, title: _id})

describe('listReferences', () => {
  it.each([
    ['ama', '1. Doe J. A trial of bending. 2014. doi:10.1000/xyz123'],
    ['apa', '1. Doe, J. (2014). A trial of bending. https://doi.org/10.1000/xyz123'],
    ['vancouver', '1. Doe J. A trial of bending. 2014. doi: 10.1000/xyz123.'],
  ] as const)('numbers and formats what an article cites, as %s', async (style, line) => {
    const article = await createTestContent({documents: clinicDocuments}).article('moving')
    const references = listReferences(article?.citations ?? [], style)
    expect(references.map(({number, text}) => `${number}. ${text}`)).toEqual([line])
  })

  it('lists a source once that comes several times, as in an article that is followed', () => {
    const references = listReferences([source('b'), source('a'), source('b'), source('c')], 'ama')
    expect(references.map(({number, citation}) => [number, citation._id])).toEqual([
      [1, 'b'],
      [2, 'a'],
      [3, 'c'],
    ])
  })
})
