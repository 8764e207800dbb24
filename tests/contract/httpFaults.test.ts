import {Readable} from 'node:stream'
import {createContent, type ContentQuery} from '@spine-center/sdk'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {startFaultyServer, type Behaviour, type FaultyServer} from './startFaultyServer.ts'

const JSON_TYPE = {'content-type': 'application/json'}
const MEGABYTE = Buffer.alloc(1024 * 1024, ' ')
const GOOD_BODY = JSON.stringify({result: 42, ms: 1, syncTags: ['s1:a']})

const numberSchema: ContentQuery<number>['schemas']['published'] = {
  parse: (data) => (typeof data === 'number' ? data : fail()),
  safeParse: (data) =>
    typeof data === 'number'
      ? {success: true, data}
      : {success: false, error: {issues: [{path: [], message: 'a number'}]}},
}
const answerQuery: ContentQuery<number, number> = {
  name: 'answer',
  query: '42',
  params: [],
  schemas: {published: numberSchema, drafts: numberSchema},
}

const faults: readonly (readonly [string, Behaviour, {code: string; status?: number}, number])[] = [
  ['hangs before the headers', () => undefined, {code: 'timeout'}, 1],
  [
    'hangs in the middle of the body',
    (_request, response) => response.writeHead(200, JSON_TYPE).write('{"result":'),
    {code: 'timeout'},
    1,
  ],
  ['resets the connection', (request) => request.socket.destroy(), {code: 'network'}, 3],
  [
    'breaks off in the middle of the body',
    (request, response) => {
      response.writeHead(200, {...JSON_TYPE, 'content-length': '1000'}).write('{"result":', () => {
        request.socket.destroy()
      })
    },
    {code: 'network'},
    3,
  ],
  [
    'answers 500',
    (_request, response) => response.writeHead(500).end('oops'),
    {code: 'http', status: 500},
    3,
  ],
  [
    'answers 429 with a long Retry-After',
    (_request, response) => response.writeHead(429, {'retry-after': '3600'}).end(),
    {code: 'http', status: 429},
    1,
  ],
  [
    'answers 400',
    (_request, response) =>
      response.writeHead(400, JSON_TYPE).end('{"error":{"description":"expected ] at 12"}}'),
    {code: 'http', status: 400},
    1,
  ],
  ['answers 404', (_request, response) => response.writeHead(404).end(), {code: 'http', status: 404}, 1],
  [
    'answers 401',
    (_request, response) => response.writeHead(401).end(),
    {code: 'unauthorized', status: 401},
    1,
  ],
  [
    'cuts the JSON short',
    (_request, response) => response.writeHead(200, JSON_TYPE).end(GOOD_BODY.slice(0, 9)),
    {code: 'not-json'},
    1,
  ],
  [
    'answers with a web page',
    (_request, response) => response.writeHead(200, {'content-type': 'text/html'}).end('<!doctype html>'),
    {code: 'not-json'},
    1,
  ],
  [
    'answers with JSON that is no result',
    (_request, response) => response.writeHead(200, JSON_TYPE).end('[]'),
    {code: 'not-json'},
    1,
  ],
  [
    'says that it sends 100 MB',
    (_request, response) =>
      response.writeHead(200, {...JSON_TYPE, 'content-length': String(100 * 1024 * 1024)}).write('{'),
    {code: 'too-large'},
    1,
  ],
  ['sends 100 MB without saying so', sendHundredMegabytes, {code: 'too-large'}, 1],
]

let unhandled: unknown[] = []
const remember = (reason: unknown) => unhandled.push(reason)

describe('a source that fails', () => {
  beforeEach(() => {
    unhandled = []
    process.on('unhandledRejection', remember)
  })
  afterEach(() => {
    process.off('unhandledRejection', remember)
    if (unhandled.length > 0) throw new Error(`Unhandled: ${unhandled.map(String).join(', ')}`)
  })

  it.each(faults)('%s', async (_name, behave, expected, requests) => {
    await using server = await startFaultyServer(behave)
    const started = performance.now()
    await expect(read(server)).rejects.toMatchObject({name: 'ContentError', queryName: 'answer', ...expected})
    expect(performance.now() - started).toBeLessThan(3_000)
    expect(server.requests()).toBe(requests)
  })

  it('lets go of the connection when the answer is too large', async () => {
    await using server = await startFaultyServer(sendHundredMegabytes)
    await expect(read(server)).rejects.toMatchObject({code: 'too-large'})
    await expect.poll(() => server.openSockets(), {timeout: 2_000}).toBe(0)
  })

  it('lets go of the connection when the caller aborts', async () => {
    const reached = Promise.withResolvers<void>()
    await using server = await startFaultyServer(() => reached.resolve())
    const caller = new AbortController()
    const reading = contentOf(server).query(answerQuery, {}, {signal: caller.signal})
    await reached.promise
    caller.abort()
    await expect(reading).rejects.toMatchObject({code: 'aborted'})
    await expect.poll(() => server.openSockets(), {timeout: 2_000}).toBe(0)
  })

  it('waits as long as a 429 asks, then reads', async () => {
    await using server = await startFaultyServer((_request, response, attempt) => {
      if (attempt === 1) response.writeHead(429, {'retry-after': '1'}).end()
      else response.writeHead(200, JSON_TYPE).end(GOOD_BODY)
    })
    const started = performance.now()
    const content = createContent({url: server.url, dataset: 'production', timeoutMs: 5_000})
    await expect(content.query(answerQuery)).resolves.toBe(42)
    expect(performance.now() - started).toBeGreaterThanOrEqual(950)
  })

  it('recovers from resets and 503', async () => {
    await using server = await startFaultyServer((request, response, attempt) => {
      if (attempt === 1) request.socket.destroy()
      else if (attempt === 2) response.writeHead(503).end()
      else response.writeHead(200, JSON_TYPE).end(GOOD_BODY)
    })
    await expect(read(server)).resolves.toBe(42)
  })

  it('says so when nothing listens there', async () => {
    const server = await startFaultyServer(() => undefined)
    await server[Symbol.asyncDispose]()
    await expect(read(server)).rejects.toMatchObject({
      code: 'network',
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

function contentOf({url}: FaultyServer) {
  return createContent({url, dataset: 'production', timeoutMs: 1_500, retries: 2, random: () => 0})
}

function read(server: FaultyServer): Promise<number> {
  return contentOf(server).query(answerQuery)
}

function sendHundredMegabytes(...[, response]: Parameters<Behaviour>): void {
  response.writeHead(200, JSON_TYPE)
  Readable.from(Array.from({length: 100}, () => MEGABYTE)).pipe(response)
}

function fail(): never {
  throw new Error('not a number')
}
