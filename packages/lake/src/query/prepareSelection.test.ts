import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {assembleLake} from '../assembleLake.ts'
import type {AssembledLake} from '../assembleLake.ts'
import type {Dataset} from '../Dataset.ts'
import {FieldIndexes} from '../store/FieldIndexes.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {parseMutation} from '../transactions/Mutation.ts'
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

function select(...before: object[]): Promise<string[]> {
  const tools = {createId: lake.core.createId, autoGenerateArrayKeys: false, select: (): string[] => []}
  return dataset.transactor.commit({
    transactionId: lake.core.createId(),
    author: 'me',
    build: (copy) => {
      for (const each of before) applyMutation(copy, parseMutation(each), tools)
      return selectIds(reader, copy, {query: QUERY, params: PARAMS, timeoutMs: 10_000})
    },
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

test('no index is made over what documents are given when they are read', async () => {
  await prepareSelection(reader, '*[_type == "note" && _id > "d1" && n == 1]', {})
  expect(dataset.store.readyIndex('note', '_id')).toBeUndefined()
  expect(dataset.store.readyIndex('note', 'n')).toBeDefined()
})

test('after other mutations of its transaction it is looked up too, and what they changed is found or not as it is now', async () => {
  await prepareSelection(reader, QUERY, PARAMS)
  const others = await select()
  const before = dataset.store.documentsRead
  const selected = await select(
    {create: {_id: 'new', _type: 'note', n: 3, title: 'Note 7'}},
    {patch: {id: 'd1', set: {n: 3, title: 'Note 7 again'}}},
    {patch: {id: 'd73', set: {n: 4}}},
    {delete: {id: 'd710'}},
  )
  expect(others).toEqual(expect.arrayContaining(['d73', 'd710']))
  const kept = others.filter((id) => id !== 'd73' && id !== 'd710')
  expect(selected).toEqual([...kept, 'd1', 'new'].toSorted())
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
