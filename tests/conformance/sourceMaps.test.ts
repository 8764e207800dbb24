import type {ClientPerspective, SanityClient} from '@sanity/client'
import {applySourceDocuments, resolveEditUrl} from '@sanity/client/csm'
import {stegaClean} from '@sanity/client/stega'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'

const article = (title: string, lead: string): object => ({
  _type: 'article',
  title,
  slug: {current: 'backs'},
  author: {_type: 'reference', _ref: 'ann', _weak: true},
  body: [
    {_key: 'intro', _type: 'block', children: [{_key: 's', _type: 'span', text: lead}]},
    {_key: 'end', _type: 'block', children: [{_key: 's', _type: 'span', text: 'End'}]},
  ],
})

const DOCUMENTS = [
  {_id: 'ann', _type: 'person', name: 'Ann'},
  {_id: 'backs', ...article('Backs', 'Published')},
  {_id: 'drafts.backs', ...article('Backs, edited', 'Draft')},
  {_id: 'versions.r1.backs', ...article('Backs in spring', 'Version')},
  {_id: '_.releases.r1', _type: 'system.release', name: 'r1', state: 'active'},
]

const QUERY =
  '*[_type == "article"][0]{_id, title, body, "lead": body[0].children[0].text, "by": author->name}'

const source = (document: number, path: number) => ({
  type: 'value',
  source: {type: 'documentValue', document, path},
})

describe.each(TRANSPORTS)('Content Source Maps, %s', (transport) => {
  let lake: LakeUnderTest
  let client: SanityClient

  beforeAll(async () => {
    lake = await openLake(transport, {documents: DOCUMENTS})
    client = lake.client
  })
  afterAll(() => lake.close())

  test.each<[ClientPerspective, string]>([
    ['published', 'backs'],
    ['drafts', 'drafts.backs'],
    [['r1', 'drafts'], 'versions.r1.backs'],
  ])('the perspective %j names the document that is stored', async (perspective, id) => {
    const {resultSourceMap} = await client.fetch(
      QUERY,
      {},
      {
        perspective,
        filterResponse: false,
        resultSourceMap: true,
      },
    )
    const isPublished = perspective === 'published'
    expect(resultSourceMap).toEqual({
      documents: [
        {_id: id, _type: 'article'},
        {_id: 'ann', _type: 'person'},
      ],
      paths: [
        ...(isPublished ? ["$['_id']"] : []),
        "$['title']",
        "$['body']",
        "$['body'][0]['children'][0]['text']",
        "$['name']",
      ],
      mappings: {
        "$['_id']": isPublished ? source(0, 0) : {type: 'value', source: {type: 'unknown'}},
        "$['title']": source(0, isPublished ? 1 : 0),
        "$['body']": source(0, isPublished ? 2 : 1),
        "$['lead']": source(0, isPublished ? 3 : 2),
        "$['by']": source(1, isPublished ? 4 : 3),
      },
    })
  })

  test('a query that is posted gets the same map as one in an address', async () => {
    const path = '/data/query/production?resultSourceMap=withKeyArraySelector&perspective=published'
    const posted = await lake.request(path, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({query: QUERY, params: {}}),
    })
    const got = await lake.request(`${path}&query=${encodeURIComponent(QUERY)}`)
    const [left, right] = [await posted.json(), await got.json()]
    expect(left).toMatchObject({resultSourceMap: {mappings: {"$['title']": {type: 'value'}}}})
    expect(right).toMatchObject({resultSourceMap: Reflect.get(Object(left), 'resultSourceMap')})
    expect(Reflect.get(Object(left), 'resultSourceMap')).toHaveProperty(
      'paths',
      expect.arrayContaining(["$['body'][?(@._key=='intro')]['children'][?(@._key=='s')]['text']"]),
    )
  })

  test('without being asked there is none', async () => {
    const response = await client.fetch(QUERY, {}, {filterResponse: false})
    expect(response).not.toHaveProperty('resultSourceMap')
  })

  test('a value that the query makes has no source, and says so', async () => {
    const {resultSourceMap} = await client.fetch(
      '{"all": count(*), "some": count(*[_type == "article"]), "text": pt::text(*[_id == "backs"][0].body), "said": "x", "given": $p}',
      {p: 1},
      {filterResponse: false, resultSourceMap: true},
    )
    expect(resultSourceMap?.mappings).toEqual({
      "$['all']": {type: 'value', source: {type: 'unknown'}},
      "$['some']": {type: 'value', source: {type: 'unknown'}},
      "$['text']": {type: 'value', source: {type: 'unknown'}},
      "$['said']": {type: 'value', source: {type: 'literal'}},
      "$['given']": {type: 'value', source: {type: 'unknown'}},
    })
  })

  test('functions that only work asynchronously have results without a source', async () => {
    const {result, resultSourceMap} = await client.fetch(
      '*[_id == "backs"]{title, "changed": diff::changedAny(@, {"title": "x"}, title)}',
      {},
      {filterResponse: false, resultSourceMap: true, perspective: 'published'},
    )
    expect(result).toEqual([{title: 'Backs', changed: true}])
    expect(resultSourceMap?.mappings).toEqual({$: {type: 'value', source: {type: 'unknown'}}})
  })

  test("Sanity's client hides the address of each field in its text", async () => {
    const stega = client.withConfig({stega: {enabled: true, studioUrl: 'http://localhost:3333'}})
    const plain = await client.fetch(QUERY, {}, {perspective: 'drafts'})
    const marked = await stega.fetch(QUERY, {}, {perspective: 'drafts'})
    expect(marked).not.toEqual(plain)
    expect(stegaClean(marked)).toEqual(plain)
    expect(marked._id).toBe('backs')
    expect(marked.body[0].children[0].text.length).toBeGreaterThan('Draft'.length)
  })

  test("Sanity's client finds the field to edit", async () => {
    const {resultSourceMap} = await client.fetch(
      QUERY,
      {},
      {perspective: 'drafts', filterResponse: false, resultSourceMap: 'withKeyArraySelector'},
    )
    if (!resultSourceMap) throw new Error('The answer has no source map.')
    const url = resolveEditUrl({resultSourceMap, studioUrl: 'http://studio', resultPath: 'lead'})
    expect(url).toContain('id=backs;type=article;')
    expect(decodeURIComponent(url ?? '')).toContain('path=body[_key=="intro"].children[_key=="s"].text')
  })

  test('what is being edited takes its place in a result', async () => {
    const {result, resultSourceMap} = await client.fetch(
      QUERY,
      {},
      {perspective: 'drafts', filterResponse: false, resultSourceMap: 'withKeyArraySelector'},
    )
    const edited = {_id: 'drafts.backs', _type: 'article', ...article('Edited now', 'Typed just now')}
    const updated = applySourceDocuments(
      result,
      resultSourceMap,
      ({_id}) => (_id === 'drafts.backs' ? edited : undefined),
      (value) => value,
      'drafts',
    )
    expect(updated).toMatchObject({title: 'Edited now', lead: 'Typed just now', by: 'Ann'})
  })

  test('without a token there is no source in a draft', async () => {
    const {resultSourceMap} = await lake.anonymous.fetch(
      '*[_type == "article"]{title}',
      {},
      {filterResponse: false, resultSourceMap: true},
    )
    expect(resultSourceMap?.documents).toEqual([{_id: 'backs', _type: 'article'}])
  })
})
