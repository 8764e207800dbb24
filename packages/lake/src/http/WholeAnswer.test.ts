import {request} from 'node:http'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {startLake} from '../startLake.ts'
import type {RunningLake} from '../startLake.ts'

type Answer = {status: number; headers: Record<string, unknown>; body: string}

const PATH = `/v2025-02-19/data/query/production?query=${encodeURIComponent('*[_id == "a"][0].title')}`
const OF_ONE_MESSAGE = ['date', 'connection', 'keep-alive', 'content-length']

let lake: RunningLake
beforeEach(async () => {
  lake = await startLake({port: 0, documents: [{_id: 'a', _type: 'note', title: 'Bäcks'}]})
})
afterEach(() => lake.close())

/** The answer as it comes over a socket. */
function askBySocket(method: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`${lake.url}${PATH}`, {method, headers}, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

/** The answer as it is given in process. */
async function askInProcess(method: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await lake.fetch(`http://localhost${PATH}`, {method, headers})
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

/** What does not depend on how an answer was sent and how long it took. */
function essence({headers, body, status}: Answer): object {
  const kept = Object.entries(headers).filter(([name]) => !OF_ONE_MESSAGE.includes(name))
  return {status, headers: Object.fromEntries(kept), body: withoutTime(body)}
}

function withoutTime(body: string): string {
  return body.replace(/^\{"ms":\d+,/, '{')
}

test.each([
  ['GET', {}],
  ['GET', {origin: 'http://localhost:3333'}],
  ['HEAD', {}],
  ['HEAD', {origin: 'http://localhost:3333'}],
])('%s with %j is answered alike over a socket and in process', async (method, headers) => {
  const [bySocket, inProcess] = [await askBySocket(method, headers), await askInProcess(method, headers)]
  expect(essence(bySocket)).toEqual(essence(inProcess))
  expect(bySocket.headers).toMatchObject({
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-site',
    'cache-control': 'private, no-cache',
    etag: expect.stringMatching(/^W\/".+"$/),
    ...('origin' in headers ? {'access-control-allow-origin': headers.origin, vary: 'Origin'} : {}),
  })
})

test('a body has its length, and HEAD has none', async () => {
  const [got, head] = [await askBySocket('GET'), await askBySocket('HEAD')]
  expect(JSON.parse(got.body)).toMatchObject({result: 'Bäcks', ms: expect.any(Number)})
  expect(got.headers['content-length']).toBe(String(Buffer.byteLength(got.body)))
  expect(head).toMatchObject({status: 200, body: ''})
})

test('an answer that is kept is sent again and again, and a change of a title in it is seen', async () => {
  const first = await askBySocket('GET')
  const again = [await askBySocket('GET'), await askBySocket('GET')]
  expect(again.map(({body}) => withoutTime(body))).toEqual([withoutTime(first.body), withoutTime(first.body)])
  const etag = String(first.headers['etag'])
  expect(await askBySocket('GET', {'if-none-match': etag})).toMatchObject({status: 304, body: ''})
  const token = lake.createToken({role: 'editor', label: 'test'})
  const changed = await lake.fetch('http://localhost/v2025-02-19/data/mutate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`},
    body: JSON.stringify({mutations: [{patch: {id: 'a', set: {title: 'Necks'}}}]}),
  })
  expect(changed.status).toBe(200)
  const later = await askBySocket('GET', {'if-none-match': etag})
  expect([later.status, JSON.parse(later.body)]).toMatchObject([200, {result: 'Necks'}])
})
