import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'

let lake: Lake
let token = ''
beforeEach(() => {
  lake = createLake()
  token = lake.createToken({role: 'administrator', label: 'test'})
})
afterEach(() => lake.close())

async function ask(path: string, body?: object): Promise<string> {
  const response = await lake.fetch(`http://localhost/v2025-02-19/data/${path}`, {
    headers: {authorization: `Bearer ${token}`},
    ...(body ? {method: 'POST', body: JSON.stringify(body)} : {}),
  })
  return response.text()
}

/** What the history says was asked for, a list for each transaction. */
async function mutationsOf(id: string, search = ''): Promise<unknown[]> {
  const text = await ask(`history/production/transactions/${id}?${search}`)
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const transaction = parseJson(line)
      return isJsonObject(transaction) ? transaction['mutations'] : undefined
    })
}

const TRANSACTIONS = [
  [{create: {_id: 'a', _type: 'note', text: 'one', list: [{_key: 'k', n: 1}]}}],
  [
    {createOrReplace: {_id: 'a', _type: 'note', text: 'two'}},
    {create: {_id: 'b', _type: 'note', to: {_ref: 'a'}}},
  ],
  [{patch: {id: 'a', set: {text: 'three'}}}],
  [{createOrReplace: {_id: 'a', _type: 'note', text: 'four', _createdAt: '2020-01-01T00:00:00Z'}}],
  [{delete: {id: 'b'}}],
  [{create: {_id: 'c', _type: 'note'}}, {delete: {id: 'a'}}],
  [{createIfNotExists: {_id: 'a', _type: 'note', text: 'again'}}],
]

test('the history tells what was asked for, of documents that were put, changed and are gone', async () => {
  for (const mutations of TRANSACTIONS) await ask('mutate/production', {mutations})
  expect(await mutationsOf('a')).toEqual(
    TRANSACTIONS.filter((mutations) => JSON.stringify(mutations).includes('"a"')),
  )
  expect(await mutationsOf('a', 'reverse=true&limit=3')).toEqual([
    TRANSACTIONS[6],
    TRANSACTIONS[5],
    TRANSACTIONS[3],
  ])
  expect(await mutationsOf('b', 'includeIdentifiedDocumentsOnly=true')).toEqual([
    [TRANSACTIONS[1]?.[1]],
    TRANSACTIONS[4],
  ])
  expect(await mutationsOf('a', 'excludeMutations=true&limit=1')).toEqual([undefined])
})
