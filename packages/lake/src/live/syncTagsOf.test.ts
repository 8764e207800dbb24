import {DatabaseSync} from 'node:sqlite'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {Dataset} from '../Dataset.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {Perspective} from '../query/Perspective.ts'
import {runQuery} from '../query/runQuery.ts'
import {seedDocuments} from '../seedDocuments.ts'
import {upgradeDatabase} from '../store/upgradeDatabase.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {parseMutation} from '../transactions/Mutation.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'
import {syncTagsOf} from './syncTagsOf.ts'
import type {LiveAudience} from './syncTagsOf.ts'

const NOW = new Date('2026-01-01T00:00:00Z')
const IDS = ['a', 'b', 'c', 'd', 'e']
const STORED = [...IDS, 'drafts.a', 'drafts.b', 'drafts.f', 'versions.r1.a', 'versions.r1.c']
const PARAMS = {id: 'b', slug: 'one', kind: 'k1', none: null, types: ['article', 'person'], ids: ['a', 'c']}

const reference = fc.constantFrom(...IDS, 'gone').map((_ref) => ({_type: 'reference', _ref, _weak: true}))
const body = fc.record(
  {
    _type: fc.constantFrom('article', 'person', 'topic'),
    title: fc.constantFrom('Backs', 'Knees'),
    n: fc.oneof(fc.integer({min: 0, max: 2}), fc.constant(null)),
    kind: fc.constantFrom('k1', 'k2'),
    meta: fc.constantFrom('x', 'y').map((of) => ({of})),
    tags: fc.array(fc.constantFrom('t', 'u'), {maxLength: 2}),
    slug: fc.constantFrom('one', 'two').map((current) => ({current})),
    author: fc.oneof(reference, fc.constant(null)),
    friends: fc.array(reference, {maxLength: 2}),
  },
  {requiredKeys: ['_type'], noNullPrototype: true},
)
const stored = fc.constantFrom(...STORED)
const documents = fc
  .uniqueArray(stored, {minLength: 2})
  .chain((ids) => fc.tuple(...ids.map((_id) => body.map((rest): JsonObject => ({...rest, _id})))))
const mutation = fc.oneof(
  stored.map((id): JsonObject => ({delete: {id}})),
  fc.tuple(stored, body).map(([_id, rest]): JsonObject => ({createOrReplace: {...rest, _id}})),
  fc
    .tuple(
      stored,
      fc.constantFrom('title', 'kind', 'n', 'tags[0]', 'slug.current'),
      fc.constantFrom('k2', 'one', 1),
    )
    .map(([id, path, value]): JsonObject => ({patch: {id, set: {[path]: value}}})),
)
const condition = fc.oneof(
  fc.constantFrom('_type == "article"', '_type in $types', '_type != "person"', '"article" == _type', 'true'),
  fc.constantFrom('_id == "a"', '_id == $id', '_id in $ids', '_id == "drafts.a"', 'sanity::versionOf("a")'),
  fc.constantFrom('slug.current == $slug', 'slug.current == "two"', 'slug.current == $none', 'kind == $kind'),
  fc.constantFrom('kind in ["k2", "k3"]', 'meta.of == "x"', 'n == 1', 'n == null', 'n > 0', '"t" in tags'),
  fc.constantFrom(
    '"t" in tags[]',
    'references("b")',
    'references($ids)',
    'author._ref == $id',
    'defined(author)',
  ),
  fc.constantFrom(
    '$id in friends[]._ref',
    'author->kind == "k1"',
    'count(friends) > 0',
    'title match "back*"',
  ),
  fc.constantFrom('count(*[_type == "person" && kind == "k1"]) > 1', '"one" in friends[]->slug.current'),
  fc.constantFrom(
    'author->slug.current == $slug',
    '"two" in friends[]->friends[]->slug.current',
    'author->author->slug.current == "one"',
  ),
)
const filter = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    condition,
    fc
      .tuple(tie('filter'), fc.constantFrom('&&', '&&', '||'), tie('filter'))
      .map(([left, op, right]) => `(${left} ${op} ${right})`),
    tie('filter').map((inner) => `!(${inner})`),
  ),
})).filter
const inner = fc.constantFrom(
  'author->{title, kind}',
  'friends[]->title',
  '*[references(^._id)]._id',
  'count(*[author._ref == ^._id])',
  '*[slug.current == ^.slug.current && _type == "article"]{kind}',
  '*[_type == "topic" && _id in ^.friends[]._ref]._id',
)
const query = fc
  .tuple(filter, filter, inner)
  .chain(([first, second, x]) =>
    fc.constantFrom(
      `*[${first}]`,
      `count(*[${first}])`,
      `count(*[_type == "article" && ${first}])`,
      `{"n": count(*[_type == "article" && kind == "k1"]), "m": count(*[_type in $types && "t" in tags])}`,
      `*[_type == "article" && ${first}] | order(n desc, _id)[0...2]{_id, title, "x": ${x}}`,
      `*[${first}][0]{title, "x": ${x}}`,
      `*[${first}][${second}]{_id, kind}`,
      `*[_type == "article" && kind == "k1"]{title, "x": ${x}}`,
      `select(count(*[${first}]) > 1 => *[${second}]._id, *[_type == "topic"].title)`,
      `*[${first}].author->title`,
    ),
  )

let database: DatabaseSync
beforeEach(() => {
  database = new DatabaseSync(':memory:')
})
afterEach(() => database.close())

function open(seed: readonly JsonObject[]): Dataset {
  database.close()
  database = new DatabaseSync(':memory:')
  upgradeDatabase(database, {file: undefined})
  const options = {
    cacheBytes: 1_000_000,
    clock: () => NOW,
    publicUrl: () => 'http://localhost',
    minIndexedDocuments: 0,
  }
  const row = {
    name: 'test',
    aclMode: 'public' as const,
    profile: 'content',
    addonFor: undefined,
    createdAt: '',
  }
  const dataset = new Dataset(database, row, options)
  seedDocuments(dataset, seed)
  return dataset
}

type Reader = {perspective: Perspective; audience: LiveAudience}

async function ask(dataset: Dataset, text: string, {perspective, audience}: Reader) {
  const {result, syncTags} = await runQuery(dataset.store, {
    query: text,
    params: PARAMS,
    perspective,
    viewer:
      audience === 'anybody' ? {kind: 'anonymous'} : {kind: 'member', userId: 'me', role: 'administrator'},
    projectId: 'p',
    dataset: 'test',
    now: NOW,
  })
  return {result: withoutRevisions(result), syncTags}
}

// A transaction gives each document that it touches a new revision.
function withoutRevisions(result: unknown): string {
  return JSON.stringify(result, (name, value: unknown) => (name === '_rev' ? undefined : value))
}

function commit(dataset: Dataset, mutations: readonly JsonObject[]): TransactionRecord[] {
  const records: TransactionRecord[] = []
  const end = dataset.transactor.subscribe((record) => records.push(record))
  dataset.transactor.commitNow({
    transactionId: 't',
    author: 'me',
    skipReferenceCheck: true,
    build: (copy) => {
      for (const raw of mutations) {
        // Patches are only for what is there.
        const patched = raw['patch']
        const id = typeof patched === 'object' && patched !== null ? Reflect.get(patched, 'id') : undefined
        if (typeof id === 'string' && !copy.get(id)) continue
        applyMutation(copy, parseMutation(raw), {
          createId: () => 'new',
          select: () => [],
          autoGenerateArrayKeys: false,
        })
      }
    },
  })
  end()
  return records
}

const READERS: [string, Reader][] = [
  ['raw', {perspective: {kind: 'raw'}, audience: 'drafts'}],
  ['published, without a token', {perspective: {kind: 'published'}, audience: 'anybody'}],
  ['published, with a token', {perspective: {kind: 'published'}, audience: 'members'}],
  ['drafts', {perspective: {kind: 'stack', layers: ['drafts']}, audience: 'drafts'}],
  ['a release over drafts', {perspective: {kind: 'stack', layers: ['r1', 'drafts']}, audience: 'drafts'}],
]

describe('whoever follows the tags of a query hears of every change of its result', () => {
  test.each(READERS)('perspective %s', async (_, reader) => {
    const queries = fc.array(query, {minLength: 8, maxLength: 8})
    await fc.assert(
      fc.asyncProperty(
        documents,
        queries,
        fc.array(mutation, {minLength: 1, maxLength: 2}),
        async (seed, texts, mutations) => {
          const dataset = open(seed)
          const before = await Promise.all(texts.map((text) => ask(dataset, text, reader)))
          const records = commit(dataset, mutations)
          const told = new Set(
            records.flatMap((record) => syncTagsOf(record, reader.audience, dataset.store)),
          )
          const missed: string[] = []
          for (const [index, text] of texts.entries()) {
            const after = await ask(dataset, text, reader)
            const isTold = before[index]?.syncTags.some((tag) => told.has(tag))
            if (after.result !== before[index]?.result && !isTold) missed.push(text)
          }
          expect(missed).toEqual([])
        },
      ),
      {numRuns: Number(process.env['LAKE_CASES'] ?? 10_000) / 50},
    )
  })
})

test('a count of documents that refer by one member hears of it, though another member refers already', async () => {
  const to = {_type: 'reference', _ref: 'b', _weak: true}
  const dataset = open([{_id: 'a', _type: 'article', author: to}])
  const reader: Reader = {perspective: {kind: 'raw'}, audience: 'drafts'}
  const text = 'count(*[$id in friends[]._ref])'
  const before = await ask(dataset, text, reader)
  const records = commit(dataset, [{patch: {id: 'a', set: {friends: [to]}}}])
  const told = new Set(records.flatMap((record) => syncTagsOf(record, 'drafts', dataset.store)))
  expect([before.result, (await ask(dataset, text, reader)).result]).toEqual(['0', '1'])
  expect(before.syncTags.some((tag) => told.has(tag))).toBe(true)
})

const to = (_ref: string): JsonObject => ({_type: 'reference', _ref, _weak: true})

describe('a query that follows references to a slug hears', () => {
  const seed = [
    {_id: 'a', _type: 'article', friends: [to('b')]},
    {_id: 'b', _type: 'person', slug: {current: 'other'}},
    {_id: 'c', _type: 'topic', slug: {current: 'one'}},
  ]
  const one = '*[_type == "article" && $slug in friends[]->slug.current]._id'
  const two = '*[_type == "article" && $slug in friends[]->friends[]->slug.current]._id'

  test.each([
    ['of one that gets it', one, {patch: {id: 'b', set: {'slug.current': 'one'}}}],
    ['of one between that comes to refer to it', two, {patch: {id: 'b', set: {friends: [to('c')]}}}],
    [
      'of one between that is made anew',
      two,
      {createOrReplace: {_id: 'b', _type: 'topic', friends: [to('c')]}},
    ],
  ])('%s', async (_name, text, mutation) => {
    const dataset = open(seed)
    const reader: Reader = {perspective: {kind: 'raw'}, audience: 'drafts'}
    const before = await ask(dataset, text, reader)
    const records = commit(dataset, [mutation])
    const told = new Set(records.flatMap((record) => syncTagsOf(record, 'drafts', dataset.store)))
    expect([before.result, (await ask(dataset, text, reader)).result]).toEqual(['[]', '["a"]'])
    expect(before.syncTags.some((tag) => told.has(tag))).toBe(true)
  })
})
