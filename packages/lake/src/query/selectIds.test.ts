import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

const CARTESIAN = '*[count(*[count(*[n == ^.n]) > 0]) > 0]'

let lake: Lake
let token = ''
function open(mutationQueryTimeoutMs: number): void {
  const documents = Array.from({length: 300}, (_, n) => ({_id: `d${n}`, _type: 'note', n, text: `Note ${n}`}))
  lake = createLake({documents, limits: {mutationQueryTimeoutMs}})
  token = lake.createToken({role: 'editor', label: 'test'})
}
beforeEach(() => open(30_000))
afterEach(() => lake.close())

async function mutate(...mutations: object[]): Promise<{status: number; body: JsonObject}> {
  const response = await lake.fetch('http://localhost/v2025-02-19/data/mutate/production?returnIds=true', {
    method: 'POST',
    body: JSON.stringify({mutations}),
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
  })
  const body: unknown = await response.json()
  return {status: response.status, body: isJsonObject(body) ? body : {}}
}

async function query(groq: string): Promise<unknown> {
  const address = `http://localhost/v2025-02-19/data/query/production?query=${encodeURIComponent(groq)}`
  const body: unknown = await (await lake.fetch(address)).json()
  return isJsonObject(body) ? body['result'] : undefined
}

const create = {create: {_id: 'new', _type: 'note', n: 1, text: 'A new one'}}

describe.each([
  ['first', []],
  ['after another mutation', [create]],
])('the query of a mutation, %s', (_name, before) => {
  test('is refused without its parameters, and changes nothing', async () => {
    const {status, body} = await mutate(...before, {delete: {query: '*[n != $missing][0..1]'}})
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('param $missing referenced, but not provided')
    expect(await query('count(*[_type == "note"])')).toBe(300)
  })

  test('searches texts', async () => {
    const {status} = await mutate(...before, {
      delete: {query: '*[text match text::query($words)]', params: {words: 'note 7'}},
    })
    expect(status).toBe(200)
    expect(await query('count(*[_id in ["d7", "d8"]])')).toBe(1)
  })

  test('knows who asks, and where', async () => {
    const who = '*[_id == "d1" && identity() != "" && sanity::dataset() == "production"]'
    expect((await mutate(...before, {patch: {query: who, set: {text: 'found'}}})).status).toBe(200)
    expect(await query('*[_id == "d1"][0].text')).toBe('found')
  })

  test('ends at its limit, names it, and changes nothing', async () => {
    lake.close()
    open(200)
    const {status, body} = await mutate(...before, {patch: {query: CARTESIAN, set: {text: 'x'}}})

    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('--mutation-query-timeout-ms')
    expect(await query('count(*[text == "x" || _id == "new"])')).toBe(0)
  })
})

test('the query of a later mutation sees what earlier ones did', async () => {
  const {body} = await mutate(
    create,
    {patch: {id: 'd5', set: {text: 'A new text'}}},
    {delete: {id: 'd6'}},
    {patch: {query: '*[text match "new" || _id == "d6"] | order(_id asc)', set: {seen: true}}},
  )
  expect(body['results']).toMatchObject([{id: 'new'}, {id: 'd5'}, {id: 'd6'}, {id: 'd5'}, {id: 'new'}])
  expect(await query('*[seen]._id')).toEqual(['d5', 'new'])
})

const to = (_ref: string): JsonObject => ({to: {_type: 'reference', _ref}})

test('referrers are counted as the transaction has left them', async () => {
  await mutate(
    {create: {_id: 'gone', _type: 'note', ...to('d1')}},
    {create: {_id: 'off', _type: 'note', ...to('d1')}},
  )
  const {body} = await mutate(
    {create: {_id: 'new', _type: 'note', ...to('d2')}},
    {delete: {id: 'gone'}},
    {patch: {id: 'off', set: to('d3')}},
    {
      patch: {
        query: '*[_id in ["d1", "d2", "d3", "d4"] && documents::incomingRefCount() > 0] | order(_id asc)',
        set: {seen: true},
      },
    },
  )
  expect(body['results']).toMatchObject([{id: 'new'}, {id: 'gone'}, {id: 'off'}, {id: 'd2'}, {id: 'd3'}])
})

test('a mutation by query that comes together with others is answered by indexes as if it were alone', async () => {
  const unreferenced = {delete: {query: '*[_id == "new" && documents::incomingRefCount() == 0]'}}
  const referring = {create: {_id: 'other', _type: 'note', to: {_type: 'reference', _ref: 'd3'}}}
  const answers = await Promise.all([
    mutate(create),
    mutate(referring),
    mutate(unreferenced),
    mutate({patch: {query: '*[_id == "d3" && documents::incomingRefCount() == 1]', set: {seen: true}}}),
    mutate({create: {_id: 'last', _type: 'note'}}),
  ])
  expect(answers.map(({status}) => status)).toEqual([200, 200, 200, 200, 200])
  expect(await query('*[_id in ["new", "other", "last"] || seen] | order(_id asc)._id')).toEqual([
    'd3',
    'last',
    'other',
  ])
})
