import {describe, expect, it} from 'vitest'
import {locateIssue} from './locateIssue.ts'
import {studioLink} from './studioLink.ts'

const result = {
  _id: 'article-1',
  _type: 'article',
  title: null,
  body: [{_key: 'b1', children: [{_key: 'c1', text: 5}]}, {noKey: true}],
  author: {_id: 'person-1', _type: 'person', name: {given: 3}},
}

describe('locateIssue', () => {
  it.each([
    ['a field', ['title'], 'article-1', 'title', null],
    [
      'a nested keyed field',
      ['body', 0, 'children', 0, 'text'],
      'article-1',
      'body[_key=="b1"].children[_key=="c1"].text',
      5,
    ],
    ['a member without a key', ['body', 1, 'x'], 'article-1', 'body[1].x', undefined],
    ['a field of a document it refers to', ['author', 'name', 'given'], 'person-1', 'name.given', 3],
    ['a document it refers to', ['author'], 'person-1', '', result.author],
    ['something that is not there', ['a', 0, 'b'], 'article-1', 'a[0].b', undefined],
  ])('finds %s', (_name, path, documentId, sanityPath, value) => {
    expect(locateIssue(result, path)).toMatchObject({documentId, path: sanityPath, value})
  })

  it.each([
    [result, ['author', 'name'], 'article-1', 'article'],
    [result, ['title'], 'article-1', 'article'],
    [[result], [0, 'author', 'name'], 'article-1', 'article'],
    [{articles: [result]}, ['articles', 0, 'author'], 'article-1', 'article'],
    [{x: 1}, ['x'], null, null],
  ])('names the document that is read, in %j at %j', (read, path, itemId, itemType) => {
    expect(locateIssue(read, path)).toMatchObject({itemId, itemType})
  })

  it('finds the document of a list item', () => {
    expect(locateIssue([result], [0, 'title'])).toMatchObject({documentId: 'article-1', path: 'title'})
  })
})

describe('studioLink', () => {
  it.each(['article-1', 'drafts.article-1', 'versions.r1.article-1'])(
    'opens %s by its published id',
    (id) => {
      expect(studioLink('http://localhost:3333/', {id, type: 'article', path: 'body[_key=="b1"]'})).toBe(
        'http://localhost:3333/intent/edit/id=article-1;type=article;path=body%5B_key%3D%3D%22b1%22%5D',
      )
    },
  )
})
