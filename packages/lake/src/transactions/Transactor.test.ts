import {afterEach, beforeEach, expect, test} from 'vitest'
import {assembleLake} from '../assembleLake.ts'
import type {AssembledLake} from '../assembleLake.ts'
import type {Dataset} from '../Dataset.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {LakeError} from '../errors/LakeError.ts'
import {openDataset} from '../query/againstGroq.fixture.ts'
import {applyMutation} from './applyMutation.ts'
import {parseMutation} from './Mutation.ts'
import type {TransactionRecord} from './TransactionRecord.ts'

let lake: AssembledLake
let dataset: Dataset
let heard: TransactionRecord[] = []
beforeEach(() => {
  lake = assembleLake({})
  dataset = lake.core.datasets.get('production')
  heard = []
  dataset.transactor.subscribe((record) => heard.push(record))
})
afterEach(() => lake.lake.close())

function commit(transactionId: string, ...mutations: JsonObject[]): Promise<unknown> {
  const tools = {createId: lake.core.createId, autoGenerateArrayKeys: false, select: (): string[] => []}
  return dataset.transactor.commit({
    transactionId,
    author: 'me',
    build: (copy) => mutations.flatMap((mutation) => applyMutation(copy, parseMutation(mutation), tools)),
  })
}

const create = (_id: string, more: JsonObject = {}): JsonObject => ({create: {_id, _type: 't', ...more}})
const pointingAt = (_ref: string): JsonObject => ({to: {_type: 'reference', _ref}})

/** The documents as the database has them, past all that is held in memory. */
function stored(): unknown[] {
  return lake.core.database
    .prepare('SELECT id FROM documents ORDER BY id')
    .all()
    .map((row) => row['id'])
}

async function outcomes(...commits: Promise<unknown>[]): Promise<string[]> {
  return (await Promise.allSettled(commits)).map((result) =>
    result.status === 'fulfilled' ? 'done' : String(result.reason),
  )
}

test('of transactions that share a write, one that fails takes nothing along and leaves nothing', async () => {
  const results = await outcomes(
    commit('one', create('a')),
    commit('two', create('b'), create('a')),
    commit('three', create('c', pointingAt('nobody'))),
    commit('one', create('d')),
    commit('five', create('e', pointingAt('a'))),
    commit('six', {delete: {id: 'a'}}),
  )
  expect(results).toEqual([
    'done',
    expect.stringContaining('"a" already exists'),
    expect.stringContaining('"c" references non-existent document "nobody"'),
    expect.stringContaining('Transaction ID "one" is already in use'),
    'done',
    expect.stringContaining('references to it from "e"'),
  ])
  expect(stored()).toEqual(['a', 'e'])
  expect(dataset.store.ids.values).toEqual(['a', 'e'])
  expect(heard.map(({id}) => id)).toEqual(['one', 'five'])
})

test('transactions that wait at the same moment share one write, of which is heard before of any of them', async () => {
  const order: (string | number)[] = []
  dataset.transactor.onWritten(({sequence}) => order.push(sequence))
  dataset.transactor.subscribe(({id}) => order.push(id))
  const done = ['one', 'two', 'three'].map((id) => commit(id, create(id), create(`${id}-more`)))
  await Promise.all(done.map((each, n) => each.then(() => order.push(`done ${n}`))))
  const [last] = heard.slice(-1)
  expect(order).toEqual([last?.sequence, 'one', 'two', 'three', 'done 0', 'done 1', 'done 2'])
  expect(heard.map(({sequence}) => sequence)).toEqual([1, 3, 5])
  await commit('empty')
  expect(order.slice(-2)).toEqual([7, 'empty'])
})

test('an index that a listener has made while a group is heard of holds each document once', async () => {
  const opened = openDataset([{_id: 'a', _type: 't', n: 1}])
  opened.transactor.subscribe(() => opened.store.fieldIndex('t', 'n'))
  const put = (n: number): Promise<unknown> =>
    opened.transactor.commit({
      transactionId: `${n}`,
      author: 'me',
      build: (copy) => copy.put({_id: `b${n}`, _type: 't', n}, {}),
    })
  await Promise.all([put(1), put(2), put(3)])
  expect(opened.store.fieldIndex('t', 'n')?.size).toBe(4)
})

test('who has to be first in a group begins one, and all are committed in their order', async () => {
  const written: number[] = []
  dataset.transactor.onWritten(({sequence}) => written.push(sequence))
  const untouched: boolean[] = []
  const first = (transactionId: string): Promise<unknown> =>
    dataset.transactor.commit({
      transactionId,
      author: 'me',
      startsGroup: true,
      build: (copy) => {
        untouched.push(copy.pending().length === 0)
        applyMutation(copy, parseMutation(create(transactionId)), {
          createId: lake.core.createId,
          autoGenerateArrayKeys: false,
          select: () => [],
        })
      },
    })
  await Promise.all([commit('a', create('a')), first('b'), first('c'), commit('d', create('d'))])
  expect(untouched).toEqual([true, true])
  expect(heard.map(({id}) => id)).toEqual(['a', 'b', 'c', 'd'])
  expect(written).toEqual([1, 2, 4])
})

test('where the database ends a transaction by itself, nothing of its group is written alone', async () => {
  const breaking = dataset.transactor.commit({
    transactionId: 'breaking',
    author: 'me',
    build: () => {
      lake.core.database.exec('ROLLBACK')
      throw new Error('a page could not be read')
    },
  })
  const results = await outcomes(commit('one', create('a')), breaking, commit('three', create('b')))
  expect(results).toEqual(['done', 'Error: a page could not be read', 'done'])
  expect(stored()).toEqual(['a', 'b'])
  expect(heard.map(({id}) => id)).toEqual(['one', 'three'])
})

test('what the database itself refuses of one transaction takes none of its group along', async () => {
  lake.core.database.exec(
    `CREATE TRIGGER no_b BEFORE INSERT ON documents WHEN new.id = 'b' BEGIN SELECT RAISE(ABORT, 'not b'); END`,
  )
  const results = await outcomes(
    commit('one', create('a')),
    commit('two', create('x'), create('b')),
    commit('three', create('c', pointingAt('a'))),
    commit('four', create('d', pointingAt('x'))),
  )
  expect(results).toEqual([
    'done',
    'Error: not b',
    'done',
    expect.stringContaining('non-existent document "x"'),
  ])
  expect(stored()).toEqual(['a', 'c'])
  expect(dataset.store.ids.values).toEqual(['a', 'c'])
  expect(heard.map(({id}) => id)).toEqual(['one', 'three'])
})

test('without room on the disk a writer is told, memory is not ahead, reading goes on, and so does writing later', async () => {
  await commit('before', create('a', {text: 'x'.repeat(3000)}))
  const {database} = lake.core
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count'])
  database.exec(`PRAGMA max_page_count = ${pages + 2}`)
  const big = create('b', {text: 'x'.repeat(100_000)})
  await expect(commit('big', big)).rejects.toMatchObject({
    code: 'diskFull',
    status: 507,
    message: expect.stringContaining('Make room'),
  })
  expect([stored(), dataset.store.ids.values, dataset.store.get('b')]).toEqual([['a'], ['a'], undefined])
  expect(dataset.store.get('a')?.['text']).toHaveLength(3000)
  database.exec('PRAGMA max_page_count = 1073741823')
  // The id is not used up: the same transaction may be sent again.
  await commit('big', big)
  expect([stored(), dataset.store.ids.values]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
  expect(heard.map(({id}) => id)).toEqual(['before', 'big'])
})

test('in a group that has no room, what fits is written', async () => {
  await commit('before', create('a'))
  const {database} = lake.core
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count'])
  database.exec(`PRAGMA max_page_count = ${pages + 2}`)
  const results = await outcomes(
    commit('big', create('big', {text: 'x'.repeat(100_000)})),
    commit('small', create('small')),
  )
  expect(results).toEqual([expect.stringContaining('disk of the lake is full'), 'done'])
  expect(stored()).toEqual(['a', 'small'])
})

test('a dry run sees the group it is in, and leaves no trace in it', async () => {
  const tools = {createId: lake.core.createId, autoGenerateArrayKeys: false, select: (): string[] => []}
  const one = commit('one', create('a'))
  const dry = dataset.transactor.commit({
    transactionId: 'dry',
    author: 'me',
    dryRun: true,
    build: (copy) => applyMutation(copy, parseMutation(create('b', pointingAt('a'))), tools),
  })
  expect(await outcomes(one, dry, commit('dry', create('c')))).toEqual(['done', 'done', 'done'])
  expect(stored()).toEqual(['a', 'c'])
})

test('a stopped lake takes no more, and what waited is written', async () => {
  const waiting = commit('one', create('a'))
  dataset.transactor.close(new LakeError('closed', 'The lake has stopped.'))
  await expect(waiting).resolves.toHaveLength(1)
  await expect(commit('two', create('b'))).rejects.toMatchObject({code: 'closed'})
  expect(stored()).toEqual(['a'])
})
