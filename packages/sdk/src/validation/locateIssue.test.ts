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

  it.each([
    ['its own name', ['slug'], 'slug.current'],
    ['an item', ['figure'], 'images[0]'],
    ['a field of an item', ['figure', 'alt'], 'images[0].alt'],
    ['a renamed field of an item', ['figure', 'words'], 'images[0].caption'],
    ['one value of a list', ['uses', 1], 'exercises[1]._ref'],
    ['the list', ['uses'], 'exercises'],
    ['a field of a keyed item', ['steps', 0, 'says'], 'steps[_key=="s->1"].text'],
    ['a list that was filtered', ['authors', 2, 'x'], 'contributors'],
    ['what another document says', ['feed'], 'relatedFeed'],
    ['what others say', ['names', 1], 'people[1]'],
    ['something worked out', ['count'], ''],
    ['something worked out, within', ['steps', 0, 'length'], 'steps[_key=="s->1"]'],
    ['parts that were put together', ['seo', 'canonical', 'x'], 'canonicalUrl.x'],
    ['a name that objects have', ['constructor'], 'constructor'],
  ])('finds %s where the query names it anew', (_name, path, expected) => {
    const paths = {
      slug: 'slug.current',
      figure: {'': 'images[0]', words: 'caption'},
      uses: 'exercises[]._ref',
      steps: {says: 'text', length: '*'},
      authors: 'contributors[*]',
      feed: 'relatedFeed->',
      names: 'people[]->',
      count: '*',
      seo: {'': '', canonical: 'canonicalUrl'},
    }
    const renamed = {_id: 'a', _type: 'article', figure: {}, steps: [{_key: 's->1'}], seo: {}}
    expect(locateIssue(renamed, path, paths)).toMatchObject({documentId: 'a', path: expected})
    expect(locateIssue([renamed], [0, ...path], paths)).toMatchObject({documentId: 'a', path: expected})
  })

  it('finds fields of assets, whose ids say their type', () => {
    const paths = {lead: {'': 'leadFigure', asset: {width: 'metadata.dimensions.width'}}}
    const asset = {_id: 'image-0a1b-1000x500-png', width: null}
    const read = {_id: 'a', _type: 'article', lead: {asset}}
    expect(locateIssue(read, ['lead', 'asset', 'width'], paths)).toMatchObject({
      documentId: asset._id,
      documentType: 'sanity.imageAsset',
      path: 'metadata.dimensions.width',
      itemId: 'a',
    })
    const file = {...read, lead: {asset: {_id: 'file-0a1b-pdf'}}}
    expect(locateIssue(file, ['lead', 'asset'])).toMatchObject({documentType: 'sanity.fileAsset'})
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
