import {Agent, request} from 'node:https'
import {text} from 'node:stream/consumers'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {startLake} from '../../startLake.ts'
import type {RunningLake} from '../../startLake.ts'
import {startSanityProxy} from './startSanityProxy.ts'
import type {SanityProxy} from './startSanityProxy.ts'

let lake: RunningLake
let proxy: SanityProxy
beforeEach(async () => {
  lake = await startLake({port: 0, documents: [{_id: 'a', _type: 'article', title: 'Backs'}]})
  proxy = await startSanityProxy({lakeUrl: lake.url, projectId: lake.projectId})
})
afterEach(async () => {
  await proxy.close()
  await lake.close()
})

function get(url: string) {
  const agent = new Agent({ca: proxy.authority, proxyEnv: {HTTPS_PROXY: proxy.url}})
  return new Promise<{status: number | undefined; body: string}>((resolve, reject) => {
    request(url, {agent}, (response) => {
      text(response).then((body) => resolve({status: response.statusCode, body}), reject)
    })
      .on('error', reject)
      .end()
  }).finally(() => agent.destroy())
}

const query = `/v2025-02-19/data/query/production?query=${encodeURIComponent('*[0].title')}`

test.each(['spine.api.sanity.io', 'spine.apicdn.sanity.io', 'api.sanity.io'])(
  'the lake answers for %s',
  async (hostname) => {
    const {status, body} = await get(`https://${hostname}${query}`)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({result: 'Backs'})
  },
)

test('no other project is answered for', async () => {
  const {status, body} = await get(`https://abc123.api.sanity.io${query}`)
  expect(status).toBe(404)
  expect(JSON.parse(body)).toMatchObject({message: 'This lake holds the project "spine", not "abc123".'})
})

test.each(['example.org', 'sanity.io', 'www.sanity.io', 'api.sanity.io.example.org'])(
  'nothing goes to %s',
  async (hostname) => {
    await expect(get(`https://${hostname}/`)).rejects.toThrow(/403/)
  },
)

test('it is no proxy for plain HTTP', async () => {
  expect((await fetch(proxy.url)).status).toBe(403)
})

test('a lake that has stopped is named', async () => {
  await lake.close()
  const {status, body} = await get(`https://api.sanity.io${query}`)
  expect(status).toBe(502)
  expect(JSON.parse(body)).toMatchObject({
    message: expect.stringContaining(`The lake at ${lake.url} does not`),
  })
  lake = await startLake({port: 0})
})
