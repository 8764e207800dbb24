import {DatabaseSync} from 'node:sqlite'
import {setTimeout as wait} from 'node:timers/promises'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {Dataset} from '../Dataset.ts'
import {seedDocuments} from '../seedDocuments.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {parseMutation} from '../transactions/Mutation.ts'
import type {FieldIndex} from './FieldIndex.ts'
import {upgradeDatabase} from './upgradeDatabase.ts'

const LARGE = 2_500

let database: DatabaseSync
let dataset: Dataset
beforeEach(() => {
  database = new DatabaseSync(':memory:')
  upgradeDatabase(database, {file: undefined})
  const row = {
    name: 'test',
    aclMode: 'public' as const,
    profile: 'content',
    addonFor: undefined,
    createdAt: '',
  }
  const options = {cacheBytes: 1_000_000, clock: () => new Date(0), publicUrl: () => 'http://localhost'}
  dataset = new Dataset(database, row, options)
  const documents = Array.from({length: LARGE}, (_, n) => ({
    _id: `d${n}`,
    _type: 'note',
    n: n % 7,
    title: `Note ${n}`,
  }))
  seedDocuments(dataset, [...documents, {_id: 'few', _type: 'other', n: 1}])
})
afterEach(() => database.close())

function commit(...mutations: unknown[]): void {
  dataset.transactor.commitNow({
    transactionId: `t${Math.random()}`,
    author: 'me',
    skipReferenceCheck: true,
    build: (copy) => {
      for (const mutation of mutations)
        applyMutation(copy, parseMutation(mutation), {
          createId: () => 'new',
          select: () => [],
          autoGenerateArrayKeys: false,
        })
    },
  })
}

/** Asks until the index is there. */
async function grown(
  path: string,
  meanwhile: (round: number) => void,
  forWords = false,
): Promise<FieldIndex> {
  for (let round = 0; ; round += 1) {
    const index = dataset.store.readyIndex('note', path, forWords)
    if (index) return index
    meanwhile(round)
    // oxlint-disable-next-line no-await-in-loop -- one round after the other
    await wait(1)
  }
}

test('over a large type an index grows beside the serving, and misses no write meanwhile', async () => {
  const index = await grown('n', (round) => {
    commit(
      {createOrReplace: {_id: `d${round * 2}`, _type: 'note', n: 'changed'}},
      {createOrReplace: {_id: `d${LARGE - 1 - round * 2}`, _type: 'other', n: 3}},
      {createOrReplace: {_id: `a${round}`, _type: 'note', n: round}},
      {createOrReplace: {_id: `z${round}`, _type: 'note', n: round}},
    )
  })
  const whole = dataset.store.idsOfType('note').values
  expect(index.size).toBe(whole.length)
  const expected = Object.groupBy(whole, (id) => String(dataset.store.get(id)?.['n']))
  for (const value of [...Array.from({length: 7}, (_, n) => n), 'changed'])
    expect(index.ids(index.range('==', value))).toEqual(expected[String(value)] ?? [])
})

test('who names ever new members makes no index, whoever asks again does', async () => {
  for (let n = 0; n < 100; n += 1) expect(dataset.store.readyIndex('note', `member${n}`)).toBeUndefined()
  await wait(50)
  for (let n = 0; n < 100; n += 1) expect(dataset.store.readyIndex('note', `member${n}`)).toBeUndefined()
  expect((await grown('n', () => undefined)).size).toBe(LARGE)
})

test('words of a large type are taken up beside the serving too, and miss no write meanwhile', async () => {
  await grown('title', () => undefined)
  expect(dataset.store.readyIndex('note', 'title', true)).toBeUndefined()
  const index = await grown(
    'title',
    (round) => {
      commit(
        {createOrReplace: {_id: `d${round * 2}`, _type: 'note', title: 'Fresh one'}},
        {delete: {id: `d${LARGE - 1 - round * 2}`}},
        {createOrReplace: {_id: `z${round}`, _type: 'note', title: 'Fresh too'}},
      )
    },
    true,
  )
  const fresh = dataset.store
    .idsOfType('note')
    .values.filter((id) => String(dataset.store.get(id)?.['title']).startsWith('Fresh'))
  expect(fresh.length).toBeGreaterThan(0)
  expect(index.idsMatching(['fresh'], () => true).ids.toSorted()).toEqual(fresh)
  expect(index.idsMatching(['note'], () => true).ids).toHaveLength(
    dataset.store.idsOfType('note').size - fresh.length,
  )
})

test('of a small type with long texts as many words are taken up as are quick to take', () => {
  commit(
    ...Array.from({length: 300}, (_, n) => ({
      createOrReplace: {_id: `long${n}`, _type: 'long', text: `word${n} `.repeat(300)},
    })),
  )
  const asked = Array.from({length: 6}, () => dataset.store.readyIndex('long', 'text', true))
  expect(asked[0]).toBeUndefined()
  expect(asked.at(-1)?.idsMatching(['word17'], (text) => text.startsWith('word17 ')).ids).toEqual(['long17'])
})
