import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {isJsonObject} from '../json/isJsonObject.ts'

const DAY_MS = 86_400_000
const START = Date.parse('2026-01-01T00:00:00Z')

let dataDir: string
let day: number
let lake: Lake
let token: string

/** Starts the lake so many days after the first of January, keeping the history of 30 days. */
function start(onDay: number): void {
  day = onDay
  const clock = (): Date => new Date(START + day * DAY_MS)
  lake = createLake({dataDir, clock, historyRetentionDays: 30})
  token = lake.createToken({role: 'administrator', label: 'test'})
}

async function ask(path: string, body?: object): Promise<string> {
  const response = await lake.fetch(`http://localhost/v2025-02-19/data/${path}`, {
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    ...(body ? {method: 'POST', body: JSON.stringify(body)} : {}),
  })
  return response.text()
}

async function mutate(...mutations: object[]): Promise<string> {
  const answer: unknown = JSON.parse(await ask('mutate/production', {mutations}))
  return isJsonObject(answer) ? String(answer['transactionId']) : ''
}

const act = (action: object): Promise<string> => ask('actions/production', {actions: [action]})

async function linesOf(id: string): Promise<unknown[]> {
  const text = await ask(`history/production/transactions/${id}?effectFormat=mendoza`)
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
}

const documentAt = async (id: string, search: string): Promise<unknown> =>
  JSON.parse(await ask(`history/production/documents/${id}?${search}`))

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-retention-'))
})
afterEach(() => {
  lake.close()
  rmSync(dataDir, {recursive: true})
})

describe('history beyond its days', () => {
  test('is squashed into one entry that says who was at it, and what is within them stays', async () => {
    start(0)
    const first = await mutate({create: {_id: 'a', _type: 't', n: 1}})
    const second = await mutate({patch: {id: 'a', set: {n: 2}}})
    day = 20
    const third = await mutate({patch: {id: 'a', set: {n: 3}}})
    expect(await linesOf('a')).toHaveLength(3)
    lake.close()
    start(40)
    await expect.poll(() => linesOf('a')).toHaveLength(2)
    const [squashed, kept] = await linesOf('a')
    expect(squashed).toMatchObject({
      id: second,
      mutations: [
        {
          createSquashed: {
            authors: [expect.any(String)],
            createdAt: '2026-01-01T00:00:00.000Z',
            document: {_id: 'a', n: 2},
          },
        },
      ],
      effects: {a: {apply: [0, {n: 2}], revert: [0, null]}},
    })
    expect(kept).toMatchObject({id: third})
    expect(await documentAt('a', `revision=${second}`)).toMatchObject({documents: [{n: 2, _rev: second}]})
    expect(await documentAt('a', `revision=${third}`)).toMatchObject({documents: [{n: 3}]})
    expect(await documentAt('a', `revision=${first}`)).toEqual({documents: []})
    expect(await documentAt('a', 'lastRevision=true')).toMatchObject({documents: [{n: 3}]})
  })

  test('of what was gone by then nothing is left', async () => {
    start(0)
    await mutate({create: {_id: 'gone', _type: 't', text: 'secret words'}})
    await mutate({delete: {id: 'gone'}})
    await mutate({create: {_id: 'here', _type: 't'}})
    lake.close()
    start(60)
    await expect.poll(() => linesOf('gone')).toEqual([])
    expect(await documentAt('gone', 'lastRevision=true')).toEqual({documents: []})
    expect(await linesOf('here')).toHaveLength(1)
  })

  test('a second run squashes what the first has left, and keeps whom it names', async () => {
    start(0)
    await mutate({create: {_id: 'a', _type: 't', n: 1}})
    await mutate({patch: {id: 'a', set: {n: 2}}})
    day = 20
    await mutate({patch: {id: 'a', set: {n: 3}}})
    lake.close()
    start(40)
    await expect.poll(() => linesOf('a')).toHaveLength(2)
    lake.close()
    start(90)
    await expect.poll(() => linesOf('a')).toHaveLength(1)
    expect(await linesOf('a')).toMatchObject([
      {mutations: [{createSquashed: {createdAt: '2026-01-01T00:00:00.000Z', document: {n: 3}}}]},
    ])
  })

  test('archived releases can come back all the same', async () => {
    start(0)
    await act({actionType: 'sanity.action.release.create', releaseId: 'r'})
    await mutate({create: {_id: 'versions.r.a', _type: 't', n: 1}})
    await act({actionType: 'sanity.action.release.archive', releaseId: 'r'})
    await mutate({create: {_id: 'other', _type: 't', n: 1}})
    await mutate({patch: {id: 'other', set: {n: 2}}})
    lake.close()
    start(90)
    await expect.poll(() => linesOf('other')).toHaveLength(1)
    await act({actionType: 'sanity.action.release.unarchive', releaseId: 'r'})
    expect(JSON.parse(await ask('doc/production/versions.r.a'))).toMatchObject({documents: [{n: 1}]})
  })
})
