import {DatabaseSync} from 'node:sqlite'
import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {Dataset} from '../Dataset.ts'
import {parseDocumentId} from '../documents/documentIds.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {seedDocuments} from '../seedDocuments.ts'
import {upgradeDatabase} from '../store/upgradeDatabase.ts'
import {createView} from './DocumentView.ts'
import {isLocal} from './localFilter.ts'
import {scan} from './narrowScan.ts'
import type {Perspective} from './Perspective.ts'
import {runQuery} from './runQuery.ts'

const NOW = new Date('2026-01-01T00:00:00Z')
const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const STORED_IDS = [
  ...IDS,
  'drafts.a',
  'drafts.b',
  'drafts.g',
  'versions.r1.a',
  'versions.r1.c',
  'versions.r2.h',
]
const TYPES = ['article', 'person', 'topic']
const SLUGS = ['one', 'two', 'drei']

const reference = fc.constantFrom(...IDS, 'missing').map((_ref) => ({_type: 'reference', _ref, _weak: true}))
const documentBody = fc.record(
  {
    _type: fc.constantFrom(...TYPES),
    title: fc.constantFrom('Backs', 'Necks and backs', 'Knees', ''),
    n: fc.oneof(fc.integer({min: -2, max: 3}), fc.constant('text'), fc.constant(null)),
    slug: fc.oneof(
      fc.constantFrom(...SLUGS).map((current): unknown => ({current})),
      fc.constantFrom(...SLUGS),
    ),
    author: fc.oneof(reference, fc.constant(null)),
    friends: fc.array(fc.oneof(reference, fc.constant('b')), {maxLength: 3}),
    deep: fc
      .array(
        reference.map((to) => ({to})),
        {maxLength: 2},
      )
      .map((of) => ({of})),
  },
  {requiredKeys: ['_type'], noNullPrototype: true},
)
const dataset = fc
  .uniqueArray(fc.constantFrom(...STORED_IDS), {minLength: 2})
  .chain((ids) => fc.tuple(...ids.map((_id) => documentBody.map((body): JsonObject => ({...body, _id})))))

const literal = (values: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...values.map((value) => JSON.stringify(value)), '$text', '$none', 'null')
const atom = fc.oneof(
  fc.constantFrom(...TYPES, 'none').map((type) => `_type == "${type}"`),
  fc.constantFrom(
    '_type in $types',
    '_type in ["article", "topic"]',
    '"article" == _type',
    '_type != "person"',
  ),
  literal(STORED_IDS).map((id) => `_id == ${id}`),
  fc.constantFrom(
    '_id in $ids',
    '_id in ["a", "drafts.b", "x"]',
    '_id in path("drafts.**")',
    '!(_id in path("versions.**"))',
  ),
  literal(SLUGS).map((slug) => `slug.current == ${slug}`),
  fc.constantFrom(...IDS).map((id) => `references("${id}")`),
  fc.constantFrom(
    'references($ids)',
    'references("a", "b")',
    'references($none)',
    'references(null)',
    'references([])',
  ),
  fc.constantFrom(...IDS).map((id) => `author._ref == "${id}"`),
  fc.constantFrom(
    '"b" in friends[]._ref',
    '$text in friends[]._ref',
    '"c" in deep.of[].to._ref',
    'author._ref in $ids',
  ),
  fc.constantFrom(
    'sanity::versionOf("a")',
    'sanity::partOfRelease("r1")',
    'defined(author)',
    'n > 0',
    'n == null',
  ),
  fc.constantFrom(
    'title match "back*"',
    '[@, _id] match "a"',
    'author->title == "Backs"',
    'count(friends) > 1',
    'true',
    'null',
  ),
)
const filter = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    atom,
    fc
      .tuple(tie('filter'), fc.constantFrom('&&', '||'), tie('filter'))
      .map(([l, op, r]) => `(${l} ${op} ${r})`),
    tie('filter').map((inner) => `!(${inner})`),
  ),
})).filter
const correlated = fc.constantFrom(
  '*[references(^._id)]._id',
  '*[_id == ^.author._ref][0].title',
  '*[_id in ^.friends[]._ref]{_id, title}',
  '*[author._ref == ^._id && _type == "article"]{_id, "up": *[_id == ^.^.author._ref]._id}',
  'count(*[^._id in friends[]._ref])',
  '*[slug.current == ^.slug.current && _id != ^._id]._id',
  '*[references(^.friends[]._ref)]._id',
  '*[_id in [^._id, "a"]]._id',
  'friends[]->{title, "back": *[references(^._id)]._id}',
  'author->{"n": count(*[author._ref == ^._id]), "list": *[_id in ^.friends[]._ref]._id}',
  'deep.of[to._ref in *[_type == "person"]._id]',
  '*[_type == "topic" && references(^.author._ref)]._id',
)
const query = fc
  .tuple(filter, filter, correlated, correlated)
  .map(([first, second, one, two]) => ({first, second, one, two}))
const shaped = query.chain(({first, second, one, two}) =>
  fc.constantFrom(
    `*[${first}]`,
    `count(*[${first}])`,
    `count(*[_type == "article" && ${first}])`,
    `*[_type == "article" && ${first}] | order(n desc) [0...2] {_id, n, "x": ${one}}`,
    `*[_type == "person"] | order(title) [0]`,
    `(*[_type == "article"] | order(n, title desc))[0..1]{_id, n}`,
    `*[_type == "article" && ${first}] | order(slug.current desc, _id desc) [1...3]._id`,
    `*[${first}][${second}]._id`,
    `*[${first}] | order(n desc, _id) [0...3] {_id, title, "x": ${one}}`,
    `*[${first}][0]{_id, "x": ${one}, "y": ${two}}`,
    `{"a": *[${first}]._id, "b": count(*[${second}])}`,
    `*[${first}].author->{_id, "x": ${one}}`,
    `*[${first}]{_id, "current": slug.current, "to": (author)._ref, deep, none, "title": n}`,
    `*[${first}]{n, title, "x": @.author._ref} | order(n desc, x) [0...3]`,
    `*[_type == "article"]{"list": *[${first}]{_id, n}, "first": *[${second}]{n}[0].n}`,
    `*[_id in *[${first}].author._ref]{_id, "x": ${one}}`,
    `*[${first}]{"s": select(${second} => ${one}, ${two})}`,
    `*[${first} && count(*[references(^._id) && (${second})]) > 0]._id`,
    `math::sum(*[${first}].n)`,
    `*[${first}] | score(title match "backs") | order(_score desc, _id) {_id, _score}`,
    `[...*[${first}]._id, *[${second}][0]._id]`,
  ),
)

const PARAMS = {text: 'b', none: null, types: ['article', 'person'], ids: ['a', 'c', 'drafts.a']}

let database: DatabaseSync
beforeEach(() => {
  database = new DatabaseSync(':memory:')
})
afterEach(() => database.close())

function open(documents: readonly JsonObject[], cacheBytes = 1_000_000): Dataset {
  database.close()
  database = new DatabaseSync(':memory:')
  upgradeDatabase(database, {file: undefined})
  const options = {
    cacheBytes,
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
  const opened = new Dataset(database, row, options)
  seedDocuments(opened, documents)
  return opened
}

async function narrowed(opened: Dataset, text: string, perspective: Perspective): Promise<unknown> {
  const viewer = {kind: 'member', userId: 'me', role: 'administrator'} as const
  const request = {
    query: text,
    params: PARAMS,
    perspective,
    viewer,
    projectId: 'p',
    dataset: 'test',
    now: NOW,
  }
  return (await runQuery(opened.store, request)).result
}

/** What groq-js alone gives, over every document the perspective shows. */
function plain(documents: readonly JsonObject[], text: string): unknown {
  const dataset = documents.toSorted((left, right) => (String(left['_id']) < String(right['_id']) ? -1 : 1))
  return evaluateSync(parse(text, {params: PARAMS}), {
    dataset,
    params: PARAMS,
    timestamp: NOW,
    identity: 'me',
  }).data
}

/** The queries whose result is not that of groq-js alone, with both results. */
async function differences(
  opened: Dataset,
  texts: readonly string[],
  perspective: Perspective,
  shown: readonly JsonObject[],
): Promise<object[]> {
  const found: object[] = []
  for (const text of texts) {
    const actual = JSON.stringify(await narrowed(opened, text, perspective))
    const expected = JSON.stringify(plain(shown, text))
    if (actual !== expected) found.push({text, actual, expected})
  }
  return found
}

function stored(opened: Dataset): JsonObject[] {
  return opened.store.ids.values
    .map((id) => opened.store.get(id))
    .filter((document) => document !== undefined)
}

function layered(documents: readonly JsonObject[], layers: readonly string[]): JsonObject[] {
  const best = new Map<string, {rank: number; document: JsonObject}>()
  for (const document of documents) {
    const parts = parseDocumentId(String(document['_id']))
    const layer = parts.kind === 'version' ? parts.release : parts.kind === 'draft' ? 'drafts' : 'published'
    const rank = [...layers, 'published'].indexOf(layer)
    const known = best.get(parts.publishedId)
    if (rank >= 0 && (!known || rank < known.rank)) best.set(parts.publishedId, {rank, document})
  }
  return [...best].map(([id, {document}]) => ({...document, _id: id, _originalId: document['_id']}))
}

describe('a query through indexes gives what plain groq-js gives over everything', () => {
  // Each run puts ten queries to one dataset; LAKE_CASES=1000000 asks for more of them.
  const queries = fc.array(shaped, {minLength: 10, maxLength: 10})
  const cases = Number(process.env['LAKE_CASES'] ?? 10_000)
  const numRuns = cases / 50
  const timeoutMs = Math.max(60_000, cases * 20)

  test(
    'perspective raw',
    async () => {
      await fc.assert(
        fc.asyncProperty(dataset, queries, async (documents, texts) => {
          const opened = open(documents)
          expect(await differences(opened, texts, {kind: 'raw'}, stored(opened))).toEqual([])
        }),
        {numRuns},
      )
    },
    timeoutMs,
  )

  test(
    'perspective published',
    async () => {
      await fc.assert(
        fc.asyncProperty(dataset, queries, async (documents, texts) => {
          const opened = open(documents)
          const published = stored(opened).filter(
            ({_id}) => parseDocumentId(String(_id)).kind === 'published',
          )
          expect(await differences(opened, texts, {kind: 'published'}, published)).toEqual([])
        }),
        {numRuns},
      )
    },
    timeoutMs,
  )

  test.each([[['drafts']], [['r1', 'drafts']], [['r2']]])(
    'layers %j',
    async (layers) => {
      await fc.assert(
        fc.asyncProperty(dataset, queries, async (documents, texts) => {
          const opened = open(documents)
          const shown = layered(stored(opened), layers)
          expect(await differences(opened, texts, {kind: 'stack', layers}, shown)).toEqual([])
        }),
        {numRuns},
      )
    },
    timeoutMs,
  )
})

test.each(['_originalId > "drafts."', '_originalId match "drafts*"', '_id match "a"', '_id < "b"'])(
  'ids are those of the perspective in %s, beside a type',
  async (condition) => {
    const opened = open([
      {_id: 'a', _type: 'article'},
      {_id: 'drafts.a', _type: 'article'},
      {_id: 'drafts.b', _type: 'article'},
    ])
    const shown = layered(stored(opened), ['drafts'])
    const text = `*[_type == "article" && ${condition}]._id`
    expect(plain(shown, text)).not.toEqual([])
    expect(await differences(opened, [text], {kind: 'stack', layers: ['drafts']}, shown)).toEqual([])
  },
)

test('a scan in batches finds what plain groq-js finds', () => {
  fc.assert(
    fc.property(dataset, filter, (documents, text) => {
      const tree = parse(`*[${text}]`, {params: PARAMS})
      if (tree.type !== 'Filter' || !isLocal(tree.expr)) return
      // Some fit in, whole or in parts, others do not.
      const opened = open(documents, 2_000)
      const view = createView(opened.store, {kind: 'raw'}, () => true)
      const presenting = {...view}
      delete presenting.each
      const expected = plain(stored(opened), `*[${text}]._id`)
      for (const scanned of [view, presenting]) {
        const found = scan(tree.expr, {params: PARAMS, identity: 'me', now: NOW}, scanned)
        expect(found.toSorted()).toEqual(expected)
      }
    }),
    {numRuns: 300},
  )
})

test.each([
  ['n > 1 && _type == "a"', true],
  ['references("a") && title match "b"', true],
  ['sanity::versionOf("a")', true],
  ['author->n > 1', false],
  ['count(*[n > 1]) > 0', false],
  ['^.n > 1', false],
  ['sanity::dataset() == "test"', false],
])('the filter %s looks at the document alone: %s', (text, expected) => {
  const tree = parse(`*[${text}]`)
  expect(tree.type === 'Filter' && isLocal(tree.expr)).toBe(expected)
})
