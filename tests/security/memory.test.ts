import {createLake} from '@spine-center/lake'
import {expect, test} from 'vitest'
import {usedBytes} from './usedBytes.ts'

const MB = 1024 * 1024

test.each([
  ['long queries', (n: number) => ({query: `length("${'x'.repeat(290_000)}${n}")`})],
  [
    'long parameters of slices',
    (n: number) => ({query: '$list[0...$n]', params: {n, list: 'x'.repeat(MB - 1000) + n}}),
  ],
])('%s of strangers are answered and not kept', async (_name, body) => {
  const lake = createLake({limits: {maxQueryCacheBytes: 1}})
  const ask = async (n: number): Promise<number> => {
    const response = await lake.fetch('http://localhost/v2025-02-19/data/query/production', {
      method: 'POST',
      body: JSON.stringify(body(n)),
    })
    await response.text()
    return response.status
  }
  expect(await ask(0)).toBe(200)
  const before = usedBytes()
  for (let n = 1; n <= 120; n += 1) await ask(n)
  expect((usedBytes() - before) / MB).toBeLessThan(40)
  lake.close()
})

test('documents that come and go leave nothing behind', async () => {
  const lake = createLake()
  const token = lake.createToken({role: 'editor', label: 'test'})
  const mutate = async (mutations: object[]): Promise<void> => {
    const response = await lake.fetch('http://localhost/v2025-02-19/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({mutations}),
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    })
    expect(response.status).toBe(200)
  }
  const comeAndGo = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) {
      const documents = Array.from({length: 50}, (_, id) => ({
        _id: `d${id}`,
        _type: 't',
        text: 'x'.repeat(500),
        n,
      }))
      await mutate(documents.map((create) => ({create})))
      await mutate(documents.map(({_id}) => ({delete: {id: _id}})))
    }
  }
  await comeAndGo(100)
  const before = usedBytes()
  await comeAndGo(400)
  expect((usedBytes() - before) / MB).toBeLessThan(6)
  lake.close()
})
