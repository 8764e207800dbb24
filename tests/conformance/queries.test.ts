import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'

const reference = (id: string): object => ({_type: 'reference', _ref: id})

const DOCUMENTS = [
  {_id: 'ann', _type: 'person', name: 'Ann'},
  {_id: 'bob', _type: 'person', name: 'Bob'},
  {
    _id: 'backs',
    _type: 'article',
    title: 'Lower back pain',
    slug: {current: 'backs'},
    n: 3,
    author: reference('ann'),
  },
  {
    _id: 'necks',
    _type: 'article',
    title: 'Neck pain at work',
    slug: {current: 'necks'},
    n: 1,
    author: reference('bob'),
  },
  {
    _id: 'drafts.necks',
    _type: 'article',
    title: 'Neck pain, edited',
    slug: {current: 'necks'},
    n: 1,
    author: reference('ann'),
  },
  {
    _id: 'drafts.knees',
    _type: 'article',
    title: 'Knees',
    slug: {current: 'knees'},
    n: 2,
    author: reference('ann'),
  },
  {_id: '_.releases.r1', _type: 'system.release', name: 'r1', state: 'active', metadata: {title: 'Spring'}},
  {
    _id: 'versions.r1.backs',
    _type: 'article',
    title: 'Back pain in spring',
    slug: {current: 'backs'},
    n: 5,
    author: reference('ann'),
  },
]

type Case = {query: string; params?: Record<string, unknown>; perspective?: string; result: unknown}

const CASES: Case[] = [
  {query: '*[_id == "ann"][0].name', result: 'Ann'},
  {query: '*[_type == $type] | order(name)[].name', params: {type: 'person'}, result: ['Ann', 'Bob']},
  {
    query: '*[slug.current == $slug][0]{title, "by": author->name}',
    params: {slug: 'backs'},
    result: {title: 'Lower back pain', by: 'Ann'},
  },
  {query: '*[_type == "article"] | order(n desc)[0...$max].n', params: {max: 1}, result: [3]},
  {query: '*[_type == "article"][$i]._id', params: {i: 0}, result: 'backs'},
  {query: 'count(*[references("ann")])', result: 1},
  {query: 'count(*[references("ann")])', perspective: 'drafts', result: 3},
  {
    query: '*[_type == "person"] | order(_id){_id, "works": *[references(^._id)]._id}',
    result: [
      {_id: 'ann', works: ['backs']},
      {_id: 'bob', works: ['necks']},
    ],
  },
  {query: '*[_type == "article"] | order(_id)._id', result: ['backs', 'necks']},
  {
    query: '*[_type == "article"] | order(_id)._id',
    perspective: 'drafts',
    result: ['backs', 'knees', 'necks'],
  },
  {
    query: '*[_type == "article"] | order(_id)._id',
    perspective: 'raw',
    result: ['backs', 'drafts.knees', 'drafts.necks', 'necks', 'versions.r1.backs'],
  },
  {
    query: '*[_id == "necks"][0]{_originalId, title}',
    perspective: 'drafts',
    result: {_originalId: 'drafts.necks', title: 'Neck pain, edited'},
  },
  {
    query: '*[_id == "backs"][0]{_originalId, title}',
    perspective: 'drafts',
    result: {_originalId: 'backs', title: 'Lower back pain'},
  },
  {
    query: '*[_id == "backs"][0]{_originalId, title}',
    perspective: 'r1,drafts',
    result: {_originalId: 'versions.r1.backs', title: 'Back pain in spring'},
  },
  {query: '*[_id == "necks"][0]._originalId', perspective: 'r1', result: 'necks'},
  {query: '*[_id == "drafts.necks"]', perspective: 'drafts', result: []},
  {query: '*[title match "back*"]._id', result: ['backs']},
  {query: '*[title match ["pain", "lower"]]._id', result: ['backs']},
  {query: '*[title match text::query("pain -lower")]._id', result: ['necks']},
  {query: '*[title match text::query("\\"lower back\\"")]._id', result: ['backs']},
  {query: '*[title match text::query("\\"back lower\\"")]._id', result: []},
  {query: '*[title match text::query("\\"ower back\\"")]._id', result: []},
  {query: '*[title match text::query("-\\"lower back\\" pain")]._id', result: ['necks']},
  {query: '"Back, pain" match text::query("\\"back pain\\"")', result: true},
  {query: '"A setback pain story" match text::query("\\"back pain\\"")', result: false},
  {query: '["Act one", "two"] match text::query("\\"one two\\"")', result: false},
  {query: '*[[@, _id] match text::query($q)]._id', params: {q: 'wor*'}, result: ['necks']},
  {
    query: '*[_type == "article" && [@, _id] match text::query("*")] | order(_id)._id',
    result: ['backs', 'necks'],
  },
  {query: '*[@ match "Ann"]._id', result: ['ann']},
  {
    query:
      '*[_type == "article"] | score(title match "lower", boost(title match "neck", 5)) | order(_score desc)._id',
    result: ['necks', 'backs'],
  },
  {query: 'releases::all()[].name', result: ['r1']},
  {query: 'releases::all()._id', result: ['_.releases.r1']},
  {query: '"releases::all()"', result: 'releases::all()'},
  {
    query: '*[sanity::versionOf("backs")] | order(_id)._id',
    perspective: 'raw',
    result: ['backs', 'versions.r1.backs'],
  },
  {query: '*[sanity::partOfRelease("r1")]._id', perspective: 'raw', result: ['versions.r1.backs']},
  {
    query: '*[_id in path("drafts.**")] | order(_id)._id',
    perspective: 'raw',
    result: ['drafts.knees', 'drafts.necks'],
  },
  {query: 'identity() == "<anonymous>"', result: false},
  {query: 'sanity::projectId() + "/" + sanity::dataset()', result: 'spine/production'},
  {query: 'dateTime(now()) > dateTime("2026-01-01T00:00:00Z")', result: true},
  {query: '{"a": 1, "none": *[_id == "nobody"][0].x}', result: {a: 1, none: null}},
  {query: '*[_id == $id][0]', params: {id: null}, result: null},
  {query: '// a comment with "quotes"\n*[_id == "ann"][0].name // and one more', result: 'Ann'},
  {query: '*[_type in $types] | order(_id)._id', params: {types: ['person']}, result: ['ann', 'bob']},
  {query: 'array::unique(*[_type == "article"].author->name)', result: ['Ann', 'Bob']},
  {query: 'math::sum(*[_type == "article"].n)', result: 4},
  {query: '*[_type == "article" && n > 1 && n <= 3].n', result: [3]},
  {query: 'pt::text([{"_type": "block", "children": [{"_type": "span", "text": "x"}]}])', result: 'x'},
]

describe.each(TRANSPORTS)('queries, %s', (transport) => {
  let lake: LakeUnderTest
  beforeAll(async () => {
    lake = await openLake(transport, {documents: DOCUMENTS})
  })
  afterAll(() => lake.close())

  const headers = (): Record<string, string> => ({authorization: `Bearer ${lake.token}`})

  test.each(CASES)(
    'GET and POST: $query in $perspective',
    async ({query, params = {}, perspective = 'published', result}) => {
      const search = new URLSearchParams({query, perspective})
      for (const [name, value] of Object.entries(params)) search.set(`$${name}`, JSON.stringify(value))
      const got = await lake.request(`/data/query/production?${search.toString()}`, {headers: headers()})
      expect(await got.json()).toMatchObject({query, result, ms: expect.any(Number)})
      const posted = await lake.request(
        `/data/query/production?perspective=${perspective}&returnQuery=false`,
        {
          method: 'POST',
          headers: {...headers(), 'content-type': 'application/json'},
          body: JSON.stringify({query, params}),
        },
      )
      const body: unknown = await posted.json()
      expect(body).toMatchObject({result})
      expect(body).not.toHaveProperty('query')
    },
  )

  test.each([
    ['*[', 'unable to parse'],
    ['', '"query" is missing'],
    ['*[_id == $missing]', 'param $missing referenced, but not provided'],
    ['user::attributes()', 'user::attributes()'],
    ['*[text::semanticSimilarity("x") > 1]', 'text::semanticSimilarity()'],
    ['*[documents::incomingGlobalDocumentReferenceCount() > 1]', 'incomingGlobalDocumentReferenceCount()'],
    ['*[title match text::query(_id)]', 'text::query() needs a text'],
    ['*[delta::operation() == "create"]', 'delta::operation()'],
    ['*[delta::changedAny(title)]', 'changedAny'],
    ['nothing::here()', 'nothing'],
  ])('%j is refused, and says why', async (query, message) => {
    const response = await lake.request(`/data/query/production?query=${encodeURIComponent(query)}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {type: expect.any(String), description: expect.stringContaining(message)},
    })
  })

  test('a syntax error names its place, which the client shows', async () => {
    await expect(lake.client.fetch('*[_type == "a" && ]')).rejects.toThrow(/parse/)
    const response = await lake.request(`/data/query/production?query=${encodeURIComponent('*[_type == ]')}`)
    expect(await response.json()).toMatchObject({
      error: {type: 'queryParseError', query: '*[_type == ]', start: expect.any(Number)},
    })
  })

  test.each(['raw,drafts', '../x', 'a b'])('the perspective %j is refused', async (perspective) => {
    const response = await lake.request(
      `/data/query/production?query=*&perspective=${encodeURIComponent(perspective)}`,
    )
    expect(response.status).toBe(400)
  })

  test.each([
    [['r1', 'drafts'], {result: 'Back pain in spring'}],
    ['r1', {result: 'Back pain in spring'}],
    ['published', {result: 'Lower back pain'}],
    [[], {message: '"perspective" is a text or a list of texts.'}],
    [7, {message: '"perspective" is a text or a list of texts.'}],
  ])('a body may ask for the perspective %j', async (perspective, answer) => {
    const response = await lake.request('/data/query/production', {
      method: 'POST',
      body: JSON.stringify({query: '*[_id == "backs"][0].title', perspective}),
      headers: {authorization: `Bearer ${lake.token}`, 'content-type': 'application/json'},
    })
    expect(await response.json()).toMatchObject(answer)
  })

  test('before API version 2025-02-19 the default perspective is raw', async () => {
    const query = 'count(*[_type == "article"])'
    const before = lake.anonymous.withConfig({apiVersion: '2024-01-01', token: lake.token})
    expect(await before.fetch(query)).toBe(5)
    expect(await lake.anonymous.withConfig({token: lake.token}).fetch(query)).toBe(2)
  })

  test('explain says which index was used', async () => {
    const query = '*[slug.current == "backs"]'
    const response = await lake.request(
      `/data/query/production?explain=true&query=${encodeURIComponent(query)}`,
      {headers: {authorization: `Bearer ${lake.token}`}},
    )
    expect(await response.json()).toMatchObject({explain: [{index: 'slug'}]})
  })

  test('a dataset that is not there is named', async () => {
    const response = await lake.request('/data/query/other?query=*', {
      headers: {authorization: `Bearer ${lake.token}`},
    })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({message: expect.stringContaining('"other"')})
  })

  test('a document asked for twice comes once', async () => {
    const response = await lake.request('/data/doc/production/ann,ann,nobody,nobody')
    expect(await response.json()).toMatchObject({documents: [{_id: 'ann'}], omitted: [{id: 'nobody'}]})
  })

  test('many documents by id come in the order asked for', async () => {
    expect(await lake.client.getDocuments(['necks', 'nobody', 'ann'])).toMatchObject([
      {_id: 'necks'},
      null,
      {_id: 'ann'},
    ])
  })

  test("the client's other questions are answered", async () => {
    expect(await lake.client.projects.getById('spine')).toMatchObject({id: 'spine'})
    expect(await lake.client.projects.list()).toMatchObject([{id: 'spine'}])
    expect(await lake.client.datasets.list()).toMatchObject([{name: 'production', aclMode: 'public'}])
    expect(await lake.client.users.getById('me')).toMatchObject({role: 'administrator'})
  })
})
