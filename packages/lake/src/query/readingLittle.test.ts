import {expect, test} from 'vitest'
import type {JsonObject} from '../json/isJsonObject.ts'
import {NOW, openDataset, plain, stored} from './againstGroq.fixture.ts'
import {runQuery} from './runQuery.ts'

const documents = Array.from({length: 300}, (_, n) => ({
  _id: n % 50 === 7 ? `drafts.article-${1000 + n}` : `article-${1000 + n}`,
  _type: 'article',
  n,
  title: n < 250 ? 'Backs' : 'Necks',
  body: 'words '.repeat(50),
}))

// What the Studio asks for a list in which nothing is searched for; the test gives the parameters as constants.
const LIST = `*[_type in ["article"] && ([@, _id] match text::query("*") || references("")) && (_type == "article")]
  {_type, _id, _originalId, "orderings": [n]} | order(orderings[0] desc) [0...5]`

async function read(
  query: string,
  kind: 'raw' | 'drafts',
  inside: readonly JsonObject[] = documents,
  params: JsonObject = {},
): Promise<{result: unknown; read: number; steps: readonly {index: string; candidates?: number}[]}> {
  const {store} = openDataset(inside, 10_000)
  const perspective = kind === 'raw' ? {kind: 'raw' as const} : {kind: 'stack' as const, layers: ['drafts']}
  const viewer = {kind: 'member', userId: 'me', role: 'administrator'} as const
  const before = store.documentsRead
  const request = {query, params, perspective, viewer, projectId: 'p', dataset: 'test', now: NOW}
  const {result, steps} = await runQuery(store, request)
  return {result, steps, read: store.documentsRead - before}
}

function shown(kind: 'raw' | 'drafts'): JsonObject[] {
  const all = stored(openDataset(documents))
  if (kind === 'raw') return all
  return all.map((document) => ({
    ...document,
    _id: String(document['_id']).replace('drafts.', ''),
    _originalId: document['_id'],
  }))
}

test.each([
  ['*[_type == "article"][0...5]{_id, n}', 5],
  ['*[_type == "article"][0]{_id, _originalId}', 1],
  ['*[0]._id', 1],
  ['*[_type == "article"] | order(_id) [2...5]._id', 5],
  ['*[_type == "article" && title match "backs"][0...5]{_id}', 12],
  ['*[_type == "article"]{_id, n} | order(n desc) [0...5]', 10],
  ['*[_type in ["article"]] | order(n desc) [0...5]{_id}', 10],
  ['count(*)', 0],
])('%s reads what it shows', async (query, most) => {
  for (const kind of ['raw', 'drafts'] as const) {
    const answer = await read(query, kind)
    expect(answer.result).toEqual(plain(shown(kind), query))
    expect(answer.read).toBeLessThanOrEqual(most)
  }
})

test("the Studio's list reads what it shows, and no texts", async () => {
  const {result, read: count} = await read(LIST, 'drafts')
  expect(result).toMatchObject([{orderings: [299]}, {}, {}, {}, {orderings: [295]}])
  expect(count).toBeLessThanOrEqual(10)
})

test('of documents that would be too many to hold only what is asked for is read', async () => {
  const query = '*[defined(n)] | order(title desc, n) {_id, n}'
  for (const kind of ['raw', 'drafts'] as const) {
    const answer = await read(query, kind)
    expect(answer.result).toEqual(plain(shown(kind), query))
    expect(answer.read).toBe(0)
  }
})

// After two thousand the database is asked which have the words.
const many = Array.from({length: 2_600}, (_, n) => ({
  _id: `article-${10_000 + n}`,
  _type: 'article',
  n,
  title: n === 3 ? 'A ra.re Word' : n === 5 ? 'Wörter' : 'Backs',
}))

test.each([
  ['[@, _id] match "rare wo*" || references("none")', 'article-10003'],
  ['@ match text::query("\\"rare word\\"")', 'article-10003'],
  ['[@, _id] match text::query("word* -backs")', 'article-10003'],
  ['[@, _id] match "WÖRTER"', 'article-10005'],
  ['[@, _id] match "10005"', 'article-10005'],
])('%s finds what is rare', async (condition, id) => {
  const queries = [
    `*[_type == "article" && (${condition})] | order(n desc) [0...5] ._id`,
    `*[${condition}]._id`,
  ]
  for (const query of queries)
    for (const kind of ['raw', 'drafts'] as const)
      expect((await read(query, kind, many)).result).toEqual([id])
})

test('of documents that lack a word not all are read', async () => {
  const queries = [
    '*[_type == "article" && [@, _id] match "rare"] | order(n desc) [0...5] ._id',
    '*[[@, _id] match "rare"]._id',
  ]
  for (const query of queries) expect((await read(query, 'raw', many)).read).toBeLessThan(2_100)
})

test('each word that occurs counts in a score', async () => {
  const query =
    '*[_type == "article"] | score([@, _id] match "rare backs") [_score > 0] | order(n desc) [0...2].n'
  expect((await read(query, 'raw', many)).result).toEqual([2599, 2598])
})

// More than are read whole without a thought.
const others = Array.from({length: 20_000}, (_, n) => ({_id: `note-${n}`, _type: 'note', name: 'Necks'}))

test.each(['rare', 'rare wo'])("the Studio's search for %j reads what has the words", async (words) => {
  // What the Studio asks for, with the boosts of two types.
  const query = `*[_type in ["article", "note"]]
    | score(boost(_type in ["article"] && title match text::query("${words}*"), 10),
        boost(_type in ["note"] && name match text::query("${words}*"), 5),
        ([@, _id] match text::query("${words}*") || references("${words}")))
    [_score > 0] {_type, _id, "orderings": [_score]} | order(orderings[0] desc) [0...20]`
  for (const kind of ['raw', 'drafts'] as const) {
    const answer = await read(query, kind, [...many, ...others])
    expect(answer.result).toMatchObject([{_id: 'article-10003', orderings: [expect.any(Number)]}])
    // The first two thousand twice: for what is matched in them, and for their texts.
    expect(answer.read).toBeLessThan(4_100)
  }
})

test('what begins alike is counted without being read', async () => {
  const {result, steps} = await read('count(*[_id in path("drafts.**")])', 'raw')
  expect(result).toBe(6)
  expect(steps).toMatchObject([{index: 'id, counted', candidates: 0}])
})

test.each([
  ['_id in path("drafts.**")', 'id', 6],
  ['_id in path("drafts.article-1007")', 'id', 1],
  ['_id in path("art**")', 'id', 294],
  ['string::startsWith(_id, "drafts.")', 'id', 6],
  ['sanity::partOfRelease("r1")', 'id', 0],
  ['slug.current in ["one", "two"]', 'slug', 0],
])('%s is narrowed by an index', async (condition, index, candidates) => {
  const query = `*[${condition}]._id`
  const {result, steps} = await read(query, 'raw')
  expect(steps).toMatchObject([{index, candidates}])
  expect(result).toEqual(plain(shown('raw'), query))
})

test('the same search with other words finds those', async () => {
  const query = 'count(*[_type == "article" && [@, _id] match $words])'
  expect((await read(query, 'raw', many, {words: 'rare'})).result).toBe(1)
  expect((await read(query, 'raw', many, {words: 'backs'})).result).toBe(2_598)
})
