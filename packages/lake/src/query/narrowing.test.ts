import fc from 'fast-check'
import {parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {parseDocumentId} from '../documents/documentIds.ts'
import {differences, layered, NOW, openDataset as open, plain, stored} from './againstGroq.fixture.ts'
import {documents as dataset, filter, PARAMS, queries as shaped} from './anyQuery.fixture.ts'
import {createView} from './createView.ts'
import {isLocal} from './localFilter.ts'
import {scan} from './narrowScan.ts'

describe('a query through indexes gives what plain groq-js gives over everything', () => {
  // Each run puts ten queries to one dataset; LAKE_CASES=1000000 asks for more of them.
  const queries = fc.array(shaped, {minLength: 10, maxLength: 10})
  const cases = Number(process.env['LAKE_CASES'] ?? 10_000)
  const numRuns = cases / 50
  const timeoutMs = Math.max(240_000, cases * 20)

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
