import {afterEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {ResultCache} from './ResultCache.ts'

let lake: Lake | undefined
afterEach(() => lake?.close())

test('an answer is good for the version at which it was made', () => {
  const cache = new ResultCache(10_000)
  cache.set('a', 1, Buffer.from('one'))
  expect(cache.get('a', 1)?.toString()).toBe('one')
  expect(cache.get('a', 2)).toBeUndefined()
  expect(cache.get('a', 1)).toBeUndefined()
})

test('it holds no more than its bound, and drops what was unused for longest', () => {
  const cache = new ResultCache(5_000)
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, 1, Buffer.alloc(1_000))
  expect(cache.get('a', 1)).toBeDefined()
  cache.set('e', 1, Buffer.alloc(1_000))
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.get(key, 1))).not.toContain('b')
  cache.set('huge', 1, Buffer.alloc(4_000))
  expect(cache.get('huge', 1)).toBeUndefined()
})

test('the same question is answered anew after each write, for each reader and each instant', async () => {
  let now = 0
  lake = createLake({
    documents: [{_id: 'a', _type: 'note', title: 'one'}],
    clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, (now += 1))),
  })
  const token = lake.createToken({role: 'editor', label: 'test'})
  expect(await ask('*[_id == "a"][0].title')).toBe('one')
  expect(await ask('*[_id == "a"][0].title')).toBe('one')
  await change({patch: {id: 'a', set: {title: 'two'}}}, token)
  expect(await ask('*[_id == "a"][0].title')).toBe('two')
  await change({create: {_id: 'drafts.a', _type: 'note', title: 'draft'}}, token)
  expect(await ask('*[_type == "note"].title')).toEqual(['two'])
  expect(await ask('*[_type == "note"].title', token)).toEqual(['two', 'draft'])
  expect(await ask('*[_type == "note"].title')).toEqual(['two'])
  expect(await ask('identity()')).not.toBe(await ask('identity()', token))
  expect(await ask('now()')).not.toBe(await ask('now()'))
})

async function ask(query: string, bearer?: string): Promise<unknown> {
  const address = `http://localhost/v2025-02-19/data/query/production?perspective=raw&query=${encodeURIComponent(query)}`
  const headers = bearer === undefined ? {} : {authorization: `Bearer ${bearer}`}
  const body: unknown = await (await lake?.fetch(address, {headers}))?.json()
  return isJsonObject(body) ? body['result'] : undefined
}

async function change(mutation: object, bearer: string): Promise<void> {
  const response = await lake?.fetch('http://localhost/v2025-02-19/data/mutate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${bearer}`},
    body: JSON.stringify({mutations: [mutation]}),
  })
  expect(response?.status).toBe(200)
}
