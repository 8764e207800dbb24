import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {assembleLake} from '../assembleLake.ts'
import type {AssembledLake} from '../assembleLake.ts'
import type {Dataset} from '../Dataset.ts'
import {FieldIndexes} from '../store/FieldIndexes.ts'
import {prepareSelection} from './prepareSelection.ts'
import {selectIds} from './selectIds.ts'
import type {Selection} from './selectIds.ts'

// A type of as many documents gets no index at once.
const LARGE = 2_500
const QUERY = '*[_type == "note" && n == $n && title match "note 7*"]'
const PARAMS = {n: 3}

let lake: AssembledLake
let dataset: Dataset
let reader: Selection
beforeEach(() => {
  const documents = Array.from({length: LARGE}, (_, n) => ({
    _id: `d${n}`,
    _type: 'note',
    n: n % 7,
    title: `Note ${n}`,
  }))
  // Parsed documents are not kept, so that reading one shows.
  lake = assembleLake({documents, cacheBytes: 1_000})
  dataset = lake.core.datasets.get('production')
  reader = {
    store: dataset.store,
    viewer: {kind: 'member', userId: 'me', role: 'editor'},
    projectId: 'spine',
    now: new Date(0),
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  lake.lake.close()
})

function select(): Promise<string[]> {
  return dataset.transactor.commit({
    transactionId: lake.core.createId(),
    author: 'me',
    build: (copy) => selectIds(reader, copy, {query: QUERY, params: PARAMS, timeoutMs: 10_000}),
  })
}

test('what a mutation will look up is made bit by bit before its transaction, and nothing within', async () => {
  const madeAtOnce = vi.spyOn(FieldIndexes.prototype, 'get')
  await prepareSelection(reader, QUERY, PARAMS)
  expect(dataset.store.readyIndex('note', 'n')?.size).toBe(LARGE)
  expect(dataset.store.readyIndex('note', 'title', true)?.size).toBe(LARGE)
  const before = dataset.store.documentsRead
  const selected = await select()
  expect(selected).toEqual(
    dataset.store.ids.values.filter((id) => /^d7\d*$/.test(id) && Number(id.slice(1)) % 7 === 3),
  )
  expect(madeAtOnce).not.toHaveBeenCalled()
  expect(dataset.store.documentsRead - before).toBeLessThan(LARGE / 5)
})

test('without it a transaction selects the same, and makes no index either', async () => {
  const madeAtOnce = vi.spyOn(FieldIndexes.prototype, 'get')
  const unprepared = await select()
  expect(madeAtOnce).not.toHaveBeenCalled()
  await prepareSelection(reader, QUERY, PARAMS)
  expect(unprepared).toEqual(await select())
})

test.each(['*[', '*[n == $missing]', `*[n in [${'1,'.repeat(3_000)}1]]`])(
  'what is wrong with a query is left to its transaction to say',
  async (query) => {
    await expect(prepareSelection(reader, query, {})).resolves.toBeUndefined()
  },
)

test('mutations over HTTP are prepared', async () => {
  const token = lake.lake.createToken({role: 'editor', label: 'test'})
  const grown = vi.spyOn(FieldIndexes.prototype, 'grow')
  const response = await lake.lake.fetch('http://localhost/v1/data/mutate/production?returnIds=true', {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`},
    body: JSON.stringify({mutations: [{patch: {query: QUERY, params: PARAMS, set: {seen: true}}}]}),
  })
  expect([response.status, await response.json()]).toMatchObject([
    200,
    {results: (await select()).map((id) => ({id, operation: 'update'}))},
  ])
  expect(grown.mock.calls).toEqual(
    expect.arrayContaining([
      ['note', 'n', false],
      ['note', 'title', true],
    ]),
  )
})
