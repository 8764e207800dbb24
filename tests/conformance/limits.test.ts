import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'
import {readEvents} from './readEvents.ts'

const documents = Array.from({length: 400}, (_, n) => ({
  _id: `d${n}`,
  _type: 'd',
  n,
  to: {_type: 'reference', _ref: `d${(n * 7) % 400}`},
}))

test.each(['doc/production/', 'history/production/documents/'])(
  'documents by id are larger together than an answer may be: %s',
  async (path) => {
    const lake = await openLake('socket', {documents, limits: {maxResultBytes: 10_000}})
    const ask = async (count: number) => {
      const ids = documents.slice(0, count).map(({_id}) => _id)
      const time = path.startsWith('history') ? '?time=2100-01-01T00:00:00Z' : ''
      const headers = {authorization: `Bearer ${lake.token}`}
      return lake.request(`/data/${path}${ids.join(',')}${time}`, {headers})
    }
    expect((await ask(10)).status).toBe(200)
    const refused = await ask(400)
    expect(refused.status).toBe(413)
    expect(await refused.text()).toContain('--max-result-bytes')
    await lake.close()
  },
)

describe.each(TRANSPORTS)('limits, %s', (transport) => {
  let lake: LakeUnderTest
  beforeAll(async () => {
    lake = await openLake(transport, {documents, limits: {queryTimeoutMs: 300}})
  })
  afterAll(() => lake.close())

  test.each([
    'count(*[count(*[count(*[n > ^.n]) > ^.n]) > 0])',
    '*{"a": *{"b": *{"c": *}}}',
    '*[to->to->to->to->to->n > 3]{"x": *[to->to->n > ^.n]{"y": *[to->n > ^.n]}}',
  ])('%s is stopped at the time limit', async (query) => {
    await expect(lake.anonymous.fetch(query)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('longer than 300 ms'),
    })
    expect(await lake.anonymous.fetch('count(*)')).toBe(400)
  })

  test.each([
    '*['.repeat(5000),
    `${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
    `*[${'!'.repeat(20_000)}true]`,
    `*[n == ${'1+'.repeat(20_000)}1]`,
  ])('a query too deep is refused (case %#)', async (query) => {
    const response = await lake.request('/data/query/production', {
      method: 'POST',
      body: JSON.stringify({query}),
      headers: {'content-type': 'application/json'},
    })
    expect(response.status).toBe(400)
    expect(await lake.anonymous.fetch('count(*)')).toBe(400)
  })

  test('a query too long is refused by its length', async () => {
    const response = await lake.request('/data/query/production', {
      method: 'POST',
      body: JSON.stringify({query: `*[_id == "${'x'.repeat(400_000)}"]`}),
    })
    expect(response.status).toBe(413)
  })

  test('members named like methods harm only the query that meets them', async () => {
    await lake.client.createOrReplace({
      _id: 'hostile',
      _type: 'hostile',
      hasOwnProperty: 1,
      toJSON: 'x',
      constructor: {},
    })
    expect(
      (await lake.request('/data/query/production?query=*[_id=="hostile"][0].hasOwnProperty')).status,
    ).toBe(400)
    expect(await lake.anonymous.fetch('*[_id == "d1"][0].n')).toBe(1)
    await lake.client.delete('hostile')
  })

  test('a listener whose filter fails is told so, writers and other listeners go on', async () => {
    const headers = {authorization: `Bearer ${lake.token}`}
    const open = async (query: string): Promise<ReturnType<typeof readEvents>> =>
      readEvents(
        await lake.request(`/data/listen/production?${new URLSearchParams({query}).toString()}`, {headers}),
      )
    const failing = await open('*[a.b == 1]')
    const other = await open('*[_id == "trap"]')
    await Promise.all([failing.next(), other.next()])
    await lake.client.createOrReplace({_id: 'trap', _type: 't', a: {hasOwnProperty: 1}})
    expect(await failing.next()).toMatchObject({event: 'channelError'})
    expect(await other.next()).toMatchObject({event: 'mutation', data: {documentId: 'trap'}})
    other.close()
    await lake.client.delete('trap')
  })
})
