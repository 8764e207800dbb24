import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseDocumentId} from '../documents/documentIds.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {assembleLake} from '../assembleLake.ts'
import {answer, layered, NOW, openDataset, plain, stored} from './againstGroq.fixture.ts'
import {isCheap, MAX_WALKED} from './assessCost.ts'
import type {Perspective} from './Perspective.ts'
import {prepareQuery} from './prepareQuery.ts'
import type {QueryRequest} from './prepareQuery.ts'
import {selectIds} from './selectIds.ts'

// As many that an order is walked although few are wanted.
const COUNT = 120

/** Few keys, so that many documents share one, of every kind that GROQ tells apart and some that it does not. */
const key = fc.constantFrom<unknown>(
  'a',
  'b',
  'c',
  '',
  0,
  1,
  2,
  true,
  false,
  null,
  undefined,
  {x: 1},
  [],
  ['a'],
)
const prefix = fc.constantFrom('', '', '', 'drafts.', 'versions.r1.')
const body = fc.record({
  key,
  second: fc.constantFrom<unknown>(1, 2, 'x', null),
  kind: fc.constantFrom('k', 'l'),
})
const documents = fc
  .array(fc.tuple(prefix, body, fc.constantFrom('', '', '', 'drafts.')), {minLength: COUNT, maxLength: COUNT})
  .map((rows) =>
    rows.flatMap(([first, {key: value, ...others}, second], n): JsonObject[] => {
      const document = {
        _type: 'article',
        ...others,
        name: {key: value},
        ...(value === undefined ? {} : {key: value}),
      }
      const ids = new Set([`${first}d${(n * 37) % COUNT}`, `${second}d${(n * 37) % COUNT}`])
      return [...ids].map((_id) => ({...document, _id}))
    }),
  )

const afterRow = (name: string, beyond: string): string => `(
  $afterId == null
  || ${name} ${beyond} $after
  || select(${name} >= "" => 1, ${name} in [true, false] => 2, defined(string(${name})) => 0, 3) ${beyond} $afterRank
  || ((${name} == $after || (!defined($after) && !defined(string(${name})))) && _id > $afterId)
)`
const condition = fc.constantFrom(
  'true',
  afterRow('key', '>'),
  afterRow('key', '<'),
  'key > $after',
  '$after >= key',
  'key != $after',
  'key == null',
  'defined(key)',
  '!defined(key)',
  '!(key in ["a", 1])',
  'key in ["a", 1, null]',
  '(key < "b" || key == 2)',
  '(key < $after || (key == $after && _id > $afterId))',
  'kind == "k"',
  '($none == null || kind == $none)',
  '($kind == null || kind == $kind)',
  '($none != null || (kind == "l" && second == 1))',
  'second == 1',
  '(second == 1 || key == "a")',
  'count(key) > 0',
  '_id > "d5"',
  '_id in path("drafts.**")',
  'second > 0',
  'string(key) > "a"',
)
const order = fc.constantFrom(
  'key',
  'key desc',
  'key desc, _id',
  'key asc, _id asc',
  'key, _id desc',
  'key desc, second',
  'name.key',
  'name.key desc, _id asc',
  'second desc',
)
const part = fc.oneof(
  fc
    .tuple(fc.nat(130), fc.integer({min: 0, max: 4}))
    .map(([start, count]) => `[${start}...${start + count}]`),
  fc.tuple(fc.nat(130), fc.nat(2)).map(([start, count]) => `[${start}..${start + count}]`),
  fc.nat(130).map((at) => `[${at}]`),
)
const query = fc
  .record({first: condition, second: condition, by: order, part})
  .map(
    ({first, second, by, part: which}) =>
      `*[_type == "article" && ${first} && ${second}] | order(${by})${which}`,
  )
const after = fc.constantFrom<unknown>('a', 'b', '', 0, 2, true, null)
const parameters = fc
  .record({after, afterId: fc.constantFrom('d4', 'd60', null), kind: fc.constantFrom('k', null)})
  .map((given) => ({...given, afterRank: rankOf(given.after), none: null}))

function rankOf(value: unknown): number {
  const rank = ['number', 'string', 'boolean'].indexOf(typeof value)
  return rank < 0 ? 3 : rank
}

const cases = Number(process.env['LAKE_CASES'] ?? 10_000)
const timeoutMs = Math.max(60_000, cases * 20)

describe('a part of an order, read off an index, is that of plain groq-js', () => {
  const perspectives: {perspective: Perspective; shows: (documents: JsonObject[]) => JsonObject[]}[] = [
    {perspective: {kind: 'raw'}, shows: (all) => all},
    {
      perspective: {kind: 'published'},
      shows: (all) => all.filter(({_id}) => parseDocumentId(String(_id)).kind === 'published'),
    },
    {perspective: {kind: 'stack', layers: ['drafts']}, shows: (all) => layered(all, ['drafts'])},
    {perspective: {kind: 'stack', layers: ['r1', 'drafts']}, shows: (all) => layered(all, ['r1', 'drafts'])},
  ]

  test.each(perspectives)(
    '$perspective',
    async ({perspective, shows}) => {
      const indexes = new Set<string>()
      const queries = fc.array(fc.tuple(query, parameters), {minLength: 20, maxLength: 20})
      await fc.assert(
        fc.asyncProperty(documents, queries, async (given, asked) => {
          const opened = openDataset(given)
          const shown = shows(stored(opened))
          for (const [text, params] of asked) {
            const {result, steps} = await answer(opened, text, perspective, params)
            for (const {index} of steps) indexes.add(index)
            expect({text, params, result}).toEqual({text, params, result: plain(shown, text, params)})
          }
        }),
        {numRuns: cases / 200},
      )
      expect([...indexes]).toEqual(
        expect.arrayContaining(['article by key', 'article by name.key', 'article by second']),
      )
    },
    timeoutMs,
  )

  test(
    'for the query of a mutation, after others of its transaction',
    async () => {
      const viewer = {kind: 'member', userId: 'me', role: 'editor'} as const
      const changes = fc.array(fc.tuple(fc.nat(COUNT), fc.option(body)), {minLength: 1, maxLength: 8})
      const queries = fc.array(fc.tuple(query, parameters), {minLength: 10, maxLength: 10})
      await fc.assert(
        fc.asyncProperty(documents, changes, queries, async (given, changed, asked) => {
          const {store, transactor} = openDataset(given)
          await transactor.commit({
            transactionId: 'changing',
            author: 'me',
            build: (copy) => {
              for (const [n, value] of changed) {
                const {key: changedKey, ...others} = value ?? {key: undefined}
                const document = {_id: `d${n}`, _type: 'article', ...others, name: {key: changedKey}}
                if (value) copy.put(changedKey === undefined ? document : {...document, key: changedKey}, {})
                else copy.remove(`d${n}`, {})
              }
              const now = [...new Set([...store.ids.values, ...changed.map(([n]) => `d${n}`)])]
                .map((id) => copy.get(id))
                .filter((document) => document !== undefined)
              for (const [text, params] of asked) {
                const selection = {store, viewer, projectId: 'p', now: NOW}
                const selected = selectIds(selection, copy, {query: text, params, timeoutMs: 10_000})
                expect({text, params, selected}).toEqual({
                  text,
                  params,
                  selected: idsOf(plain(now, text, params)),
                })
              }
            },
          })
        }),
        {numRuns: cases / 200},
      )
    },
    timeoutMs,
  )
})

function idsOf(result: unknown): unknown[] {
  const items: unknown[] = Array.isArray(result) ? result : [result]
  return items.flatMap((item) => (isJsonObject(item) ? [item['_id']] : []))
}

describe('of a part of an order no more is read than what it holds', () => {
  const many = Array.from({length: 3_000}, (_, n) => ({
    _id: `d${n}`,
    _type: 'article',
    // Each key three times; some have none.
    ...(n < 2_700 ? {key: `k${String(Math.floor(n / 3)).padStart(4, '0')}`} : {}),
    language: n % 2 === 0 ? 'en' : 'de',
    // Few, and all of them at one end.
    ...(n < 350 ? {rare: true} : {}),
  }))
  const params = {after: 'k0800', afterId: 'd2401', afterRank: 1, none: null, language: 'de'}

  test.each([
    ['*[_type == "article"] | order(key desc)[2500...2510]._id', 10],
    ['*[_type == "article"] | order(key, _id)[2500...2510]._id', 10],
    // Three share a key, and the last of them are not asked for.
    ['*[_type == "article"] | order(key, language)[2500...2510]._id', 12],
    // Of so many only the members that are asked for are read.
    ['*[_type == "article"] | order(key)[0...1500]._id', 0],
    ['*[_type == "article" && language == $language] | order(key desc)[1000...1010]._id', 10],
    ['*[_type == "article" && rare == true && length(language) > 0] | order(key desc)[0...10]._id', 10],
    ['*[_type == "article" && ($none == null || language == $none)] | order(key)[2500]._id', 1],
    ['*[_type == "article" && defined(key)] | order(key desc)[0...10]._id', 10],
    [
      '*[_type == "article" && (key < $after || (key == $after && _id > $afterId))] | order(key desc, _id)[0...10]._id',
      10,
    ],
    [`*[_type == "article" && ${afterRow('key', '<')}] | order(key desc, _id asc)[0...10]._id`, 10],
    [`*[_type == "article" && ${afterRow('key', '>')}] | order(key asc, _id asc)[0...10]._id`, 10],
  ])('%s', async (text, expected) => {
    const lake = assembleLake({documents: many, cacheBytes: 5_000})
    const dataset = lake.core.datasets.get('production')
    const before = dataset.store.documentsRead
    const {result} = await answer(dataset, text, {kind: 'published'}, params)
    expect(result).toEqual(plain(many, text, params))
    expect(dataset.store.documentsRead - before).toBe(expected)
    lake.lake.close()
  })
})

const asked = (start: number, layers: string[]): QueryRequest => ({
  query: `*[_type == "article"] | order(key)[${start}...${start + 10}]`,
  params: {},
  perspective: layers.length > 0 ? {kind: 'stack', layers} : {kind: 'published'},
  viewer: {kind: 'member', userId: 'me', role: 'administrator'},
  projectId: 'p',
  dataset: 'production',
  now: NOW,
})

test('far down a perspective an order is walked in a thread, not while others wait', async () => {
  const documents = Array.from({length: MAX_WALKED + 1_000}, (_, n) => ({
    _id: `d${n}`,
    _type: 'article',
    key: n,
  }))
  const lake = assembleLake({documents})
  const {store} = lake.core.datasets.get('production')
  await store.growIndex('article', 'key', false)
  const far = MAX_WALKED + 100
  const found = [asked(far, []), asked(10, ['drafts']), asked(far, ['drafts'])].flatMap((request) =>
    [true, false].map((isServing) => {
      const {tree, plan} = prepareQuery(store, request, isServing)
      const [step] = plan.steps
      return [isServing, step?.index, step?.candidates, isCheap(tree, plan, {})]
    }),
  )
  expect(found).toEqual([
    [true, 'article by key', 10, true],
    [false, 'article by key', 10, true],
    [true, 'article by key', 10, true],
    [false, 'article by key', 10, true],
    [true, 'type', documents.length, false],
    [false, 'article by key', 10, false],
  ])
  lake.lake.close()
})
