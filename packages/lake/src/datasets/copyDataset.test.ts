import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runCommand} from '../cli/runCommand.ts'
import {createLake} from '../createLake.ts'
import {openFolder} from '../openFolder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-copy-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

async function lakeCommand(...args: string[]): Promise<{code: number; text: string}> {
  let text = ''
  const take = (line: string): void => void (text += `${line}\n`)
  const code = await runCommand([...args, '--data-dir', folder], {}, {out: take, error: take})
  return {code, text}
}

async function write(): Promise<void> {
  const lake = createLake({dataDir: folder})
  const token = lake.createToken({role: 'administrator', label: 'test'})
  const send = async (path: string, body: object): Promise<void> => {
    const response = await lake.fetch(`http://localhost/v2025-02-19/data/${path}/production`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {authorization: `Bearer ${token}`},
    })
    expect(response.status).toBe(200)
  }
  await send('mutate', {
    transactionId: 'first',
    mutations: [
      {create: {_id: 'versions.r.a', _type: 't'}},
      {create: {_id: 'a', _type: 't', n: 1}},
      {create: {_id: 'b', _type: 't', to: {_ref: 'a'}}},
    ],
  })
  await send('mutate', {transactionId: 'releases', mutations: [{patch: {id: 'versions.r.a', set: {n: 2}}}]})
  await send('mutate', {transactionId: 'nothing', mutations: [{delete: {id: 'nobody'}}]})
  await send('mutate', {transactionId: 'last', mutations: [{patch: {id: 'a', set: {n: 2}}}]})
  lake.close()
}

test.each([
  [[], ['first', 'releases', 'nothing', 'last'], [1, 2]],
  [['--skip-content-releases'], ['first', 'nothing', 'last'], [1, 2]],
  [['--skip-history'], [], []],
])('a copy with %j is whole, history included', async (options, transactions, states) => {
  await write()
  expect(await lakeCommand('dataset', 'copy', 'production', 'copy', ...options)).toMatchObject({code: 0})
  const opened = openFolder(folder)
  const rows = opened.database
    .prepare("SELECT id FROM transactions WHERE dataset = 'copy' AND id IS NOT NULL ORDER BY position")
    .all()
  expect(rows.map(({id}) => id)).toEqual(transactions)
  const {history} = opened.datasets.get('copy')
  expect(history.documentAt('a', {revision: 'first'})?.['n']).toBe(states[0])
  expect(history.documentAt('a', {time: '9999'})?.['n']).toBe(states[1])
  opened.close()
  expect(await lakeCommand('check')).toMatchObject({
    code: 0,
    text: expect.stringContaining('The lake is whole.'),
  })
})
