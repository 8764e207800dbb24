import {gzipSync} from 'node:zlib'
import {createLake, startLake} from '@spine-center/lake'
import type {LakeOptions, RunningLake} from '@spine-center/lake'
import {afterEach, describe, expect, test} from 'vitest'
import {sendRaw} from './sendRaw.ts'

type Limits = NonNullable<LakeOptions['limits']>

const opened: {close(): unknown}[] = []
afterEach(async () => {
  for (const lake of opened.splice(0)) await lake.close()
})

type Ask = (path: string, init?: RequestInit) => Promise<Response>

function open(limits: Limits): {ask: Ask; headers: Record<string, string>} {
  const lake = createLake({
    limits,
    documents: [
      {_id: 'a', _type: 't', list: ['x']},
      {_id: 'b', _type: 't'},
      {_id: 'c', _type: 't'},
    ],
  })
  opened.push(lake)
  const token = lake.createToken({role: 'administrator', label: 'limits'})
  return {
    ask: (path, init) => lake.fetch(`http://localhost/v2025-02-19${path}`, init),
    headers: {authorization: `Bearer ${token}`},
  }
}

async function start(limits: Limits): Promise<RunningLake> {
  const lake = await startLake({port: 0, limits})
  opened.push(lake)
  return lake
}

const post = (path: string, body: unknown): [string, RequestInit] => [
  path,
  {method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body)},
]
const mutate = (...mutations: object[]): [string, RequestInit] => post('/data/mutate/production', {mutations})
const nested = (depth: number): object => Array.from({length: depth}).reduce<object>((inner) => ({inner}), {})

// What goes beyond each limit, and the status that says so.
const BEYOND: [Limits, [string, RequestInit?], number][] = [
  [{maxUrlLength: 200}, [`/data/query/production?query=*[title == "${'x'.repeat(200)}"]`], 414],
  [{maxBodyBytes: 100}, mutate({create: {_type: 't', text: 'x'.repeat(100)}}), 413],
  [{maxBodyBytes: 100}, post('/data/query/production', {query: `count(*[${'true||'.repeat(50)}true])`}), 413],
  [{maxBodyBytes: 100}, post('/data/actions/production', {actions: ['x'.repeat(100)]}), 413],
  [
    {maxBodyBytes: 20},
    ['/users/me/keyvalue', {method: 'PUT', body: '[{"key": "k", "value": "vvvvvvv"}]'}],
    413,
  ],
  [{maxJsonDepth: 20}, mutate({create: {_type: 't', value: nested(20)}}), 400],
  [{maxJsonDepth: 20}, [`/data/query/production?query=$x&$x=${'['.repeat(30)}${']'.repeat(30)}`], 400],
  [{maxJsonDepth: 20}, mutate({patch: {id: 'a', set: {[Array(30).fill('x').join('.')]: 1}}}), 400],
  [{maxDocumentLength: 200}, mutate({create: {_type: 't', text: 'x'.repeat(200)}}), 413],
  [{maxDocumentLength: 200}, mutate({patch: {id: 'a', set: {'list[0]': 'x'.repeat(150)}}}), 413],
  [{maxMutations: 2}, mutate({delete: {id: 'x'}}, {delete: {id: 'y'}}, {delete: {id: 'z'}}), 413],
  [{maxMutations: 1}, post('/data/actions/production', {actions: [{}, {}]}), 413],
  [{maxDocumentsByQuery: 2}, mutate({patch: {query: '*[_type == "t"]', set: {n: 1}}}), 413],
  [{maxDocumentsByQuery: 2}, mutate({delete: {query: '*[_type == "t"]'}}), 413],
  [{maxUploadBytes: 10}, post('/assets/files/production?filename=a.txt', 'x'.repeat(11)), 413],
  [
    {maxKeyValueBytes: 10},
    ['/users/me/keyvalue', {method: 'PUT', body: '[{"key": "k", "value": "123456789"}]'}],
    413,
  ],
  [{maxKeyValues: 1}, ['/users/me/keyvalue', {method: 'PUT', body: '[{"key": "a"}, {"key": "b"}]'}], 413],
  [{maxListeners: 1}, ['/data/listen/production?query=*'], 429],
  [{maxListenersPerClient: 1}, ['/data/live/events/production'], 429],
  [{maxListenedCharacters: 500}, [`/data/listen/production?query=*[n == 1${' && n == 1'.repeat(30)}]`], 429],
]

test.each(BEYOND)('%j: %j is refused with %i, naming the option', async (limits, [path, init], status) => {
  const {ask, headers} = open(limits)
  // One stream is open already.
  const stream = await ask('/data/listen/production?query=*', {headers})
  const response = await ask(path, {...init, headers})
  expect([response.status, response.headers.get('retry-after')]).toEqual([
    status,
    status === 429 ? '1' : null,
  ])
  const [name = ''] = Object.keys(limits)
  const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const text = await response.text()
  expect(text).toContain(`the limit is ${String(Object.values(limits)[0])}`)
  expect(text).toContain(`option ${name} or ${flag}`)
  await stream.body?.cancel()
  // Nothing of it happened, and the lake goes on.
  const documents = await ask('/data/query/production?query=*{n, list, "x": defined(x)}', {headers})
  expect(await documents.json()).toMatchObject({
    result: [{n: null, list: ['x'], x: false}, {n: null}, {n: null}],
  })
})

test('a stream that ends makes room for another', async () => {
  const {ask, headers} = open({maxListeners: 1})
  for (let n = 0; n < 5; n += 1) {
    const stream = await ask('/data/listen/production?query=*', {headers})
    expect(stream.status).toBe(200)
    await stream.body?.cancel()
  }
  // One that never becomes a stream holds no place.
  for (let n = 0; n < 5; n += 1) await ask('/data/listen/production?query=*', {method: 'HEAD', headers})
  expect((await ask('/data/listen/production?query=*[', {headers})).status).toBe(200)
  expect((await ask('/data/listen/production?query=*', {headers})).status).toBe(200)
})

test.each([0, -1, 1.5, Number.NaN])('a limit of %d is no limit', (maxBodyBytes) => {
  expect(() => createLake({limits: {maxBodyBytes}})).toThrow('maxBodyBytes must be a whole number above 0')
})

describe('bodies that are not what they seem', () => {
  test.each([
    ['a gzip bomb', gzipSync(Buffer.alloc(10_000_000)), {'content-encoding': 'gzip'}, 415],
    ['deflate', Buffer.from('x'), {'content-encoding': 'deflate'}, 415],
    ['two encodings', Buffer.from('{}'), {'content-encoding': 'gzip, br'}, 415],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), {}, 400],
    ['a cut-off character', Buffer.from('{"mutations":[{"create":{"_type":"ü"}}]}').subarray(0, 34), {}, 400],
    ['UTF-16', Buffer.from('{"mutations": []}', 'utf16le'), {}, 400],
    ['no JSON', Buffer.from('{"mutations": [}'), {}, 400],
    ['a list', Buffer.from('[]'), {}, 400],
    ['nothing', Buffer.from(''), {}, 400],
    ['a million brackets', Buffer.from('['.repeat(1_000_000) + ']'.repeat(1_000_000)), {}, 400],
  ] as const)('%s is refused', async (_name, body, more, status) => {
    const {ask, headers} = open({})
    const response = await ask('/data/mutate/production', {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {...headers, ...more},
    })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({statusCode: status})
  })

  test.each([
    ['{"_type": "t", "n": 1e999}', 'out of range'],
    ['{"_type": "t", "text": "\\ud83d"}', 'lone surrogate'],
    ['{"_type": "t", "__proto__": {"polluted": true}}', 'cannot be used'],
    ['{"_type": "t", "deep": {"__proto__": 1}}', 'cannot be used'],
    ['{"_id": "a\\u0000b", "_type": "t"}', 'is not valid'],
    ['{"_id": "__proto__/x", "_type": "t"}', 'is not valid'],
    ['{"_id": 7, "_type": "t"}', 'is not valid'],
    ['{"_id": "x", "_type": ""}', 'needs a \\"_type\\"'],
  ])('the document %s is refused', async (document, why) => {
    const {ask, headers} = open({})
    const response = await ask('/data/mutate/production', {
      method: 'POST',
      body: `{"mutations": [{"create": ${document}}]}`,
      headers,
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(why)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test.each([
    [
      '{"_id": "x", "_type": "t", "constructor": {"prototype": {"polluted": 1}}}',
      {constructor: {prototype: {polluted: 1}}},
    ],
    ['{"_id": "x", "_type": "t", "toString": 1, "hasOwnProperty": 2}', {toString: 1, hasOwnProperty: 2}],
    ['{"_id": "x", "_type": "t", "twice": 1, "twice": 2}', {twice: 2}],
    ['{"_id": "x", "_type": "t", "text": "a\\u0000b"}', {text: 'a\u0000b'}],
    ['{"_id": "__proto__", "_type": "t"}', {_id: '__proto__'}],
    ['{"_id": "constructor", "_type": "__proto__"}', {_id: 'constructor', _type: '__proto__'}],
  ])('the document %s is stored as it is', async (document, expected) => {
    const {ask, headers} = open({})
    const response = await ask('/data/mutate/production?returnDocuments=true', {
      method: 'POST',
      body: `{"mutations": [{"create": ${document}}]}`,
      headers,
    })
    expect(response.status).toBe(200)
    const {_id} = {_id: 'x', ...expected}
    const found = await ask(`/data/doc/production/${_id}`, {headers})
    expect(await found.json()).toMatchObject({documents: [expected]})
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test.each([
    {set: {'__proto__.polluted': true}},
    {set: {'constructor.prototype.polluted': true}},
    {setIfMissing: {'a.__proto__.polluted': true}},
    {inc: {'__proto__.polluted': 1}},
  ])('the patch %j pollutes nothing', async (patch) => {
    const {ask, headers} = open({})
    await ask(...post('/data/mutate/production', {mutations: [{patch: {id: 'a', ...patch}}]}))
    const [path, init] = mutate({patch: {id: 'a', ...patch}})
    expect((await ask(path, {...init, headers})).status).toBeLessThan(500)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect((await ask('/data/doc/production/a', {headers})).status).toBe(200)
  })
})

describe('connections', () => {
  const ping = 'GET /v1/ping HTTP/1.1\r\nHost: localhost\r\n'

  test.each([
    [{maxHeaderBytes: 4096}, `${ping}X: ${'x'.repeat(5000)}\r\n\r\n`, 431],
    [{maxHeaderBytes: 4096}, `GET /${'x'.repeat(5000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    [{headersTimeoutMs: 300}, ping, 408],
    [
      {requestTimeoutMs: 300},
      `POST /v1/data/query/production HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{`,
      408,
    ],
    [{maxRequestsPerConnection: 5}, `${ping}\r\n`.repeat(500), 429],
  ] as const)('%j: what goes beyond is answered with its status', async (limits, bytes, status) => {
    const lake = await start(limits)
    const answer = await sendRaw(lake.port, bytes, {halfClose: false})
    const [name = ''] = Object.keys(limits)
    expect(answer.isHanging).toBe(false)
    expect(`${answer.status} ${answer.headers} ${answer.body} ${answer.after}`).toContain(
      `option ${name} or --`,
    )
    expect([answer.status, answer.lastStatus]).toContain(status)
    expect((await fetch(`${lake.url}/v1/ping`)).status).toBe(200)
  })

  test.each([{maxConnections: 2}, {maxConnectionsPerClient: 2}] as const)('%j', async (limits) => {
    const lake = await start(limits)
    const streams = await Promise.all(
      [1, 2].map(() => sendRaw(lake.port, `${ping}\r\n`, {halfClose: false, keepOpen: true})),
    )
    const third = await sendRaw(lake.port, `${ping}Connection: close\r\n\r\n`)
    expect(third.status).toBe(429)
    expect(third.headers.toLowerCase()).toContain('retry-after: 1')
    expect(third.body).toContain(`option ${Object.keys(limits)[0]}`)
    for (const stream of streams) stream.close()
    await expect
      .poll(async () => (await sendRaw(lake.port, `${ping}Connection: close\r\n\r\n`)).status)
      .toBe(200)
  })
})
