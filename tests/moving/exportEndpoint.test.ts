import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openMovingLake} from './openMovingLake.ts'
import type {MovingLake} from './openMovingLake.ts'

const COUNT = 2500

let from: MovingLake
let folder = ''
beforeEach(async () => {
  from = await openMovingLake()
  folder = await mkdtemp(join(tmpdir(), 'lake-endpoint-'))
  const transaction = from.client.transaction()
  for (let n = 0; n < COUNT; n += 1) {
    const id = `d${String(n).padStart(4, '0')}`
    transaction.create({_id: id, _type: n % 2 === 0 ? 'even' : 'odd', text: 'x'.repeat(500)})
  }
  await transaction.commit()
})
afterEach(async () => {
  await from.remove()
  await rm(folder, {recursive: true})
})

const read = async (
  query = '',
  headers = {authorization: `Bearer ${from.token}`},
): Promise<Record<string, unknown>[]> => {
  const response = await fetch(`${from.url}/v2021-06-07/data/export/production${query}`, {headers})
  const text = await response.text()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line))
}

test('an export is as of one moment, whatever is deleted while it is read', async () => {
  const response = await fetch(`${from.url}/v1/data/export/production`, {
    headers: {authorization: `Bearer ${from.token}`},
  })
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = decoder.decode((await reader?.read())?.value)
  await from.client.delete({query: '*[_type == "odd"]'})
  await from.client.createOrReplace({_id: 'd2498', _type: 'even', text: 'later'})
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
    text += decoder.decode(piece.value)
  expect(text.trim().split('\n')).toHaveLength(COUNT)
  expect(text).not.toContain('later')
  expect(await read()).toHaveLength(COUNT / 2)
})

test('pages follow each other by cursor', async () => {
  const ids: unknown[] = []
  const sizes: number[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const lines = await read(`?nextCursor=${cursor}&types=even,other`)
    const documents = lines.filter((line) => '_id' in line)
    sizes.push(documents.length)
    ids.push(...documents.map(({_id}) => _id))
    const next = lines.find((line) => !('_id' in line))?.['nextCursor']
    cursor = typeof next === 'string' ? next : undefined
  }
  expect(sizes).toEqual([1000, 250])
  expect(new Set(ids).size).toBe(COUNT / 2)
})

test('a reader that leaves holds nothing up', async () => {
  for (let n = 0; n < 20; n += 1) {
    const controller = new AbortController()
    await fetch(`${from.url}/v1/data/export/production`, {
      headers: {authorization: `Bearer ${from.token}`},
      signal: controller.signal,
    })
    controller.abort()
  }
  await from.client.create({_id: 'after', _type: 'even'})
  expect(await read('?types=even')).toHaveLength(COUNT / 2 + 1)
})
