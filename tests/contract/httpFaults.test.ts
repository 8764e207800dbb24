import {createClient} from '@sanity/client'
import {createContent} from '@spine-center/sdk'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {answerQuery, GOOD_BODY, JSON_TYPE, readFaults, sendHundredMegabytes, timeFor} from './readFaults.ts'
import {startFaultyServer, type FaultyServer} from './startFaultyServer.ts'

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

  it.each(readFaults)('$name', async ({behave, outcome: {requests, ...error}}) => {
    await using server = await startFaultyServer(behave)
    const reading = contentOf(server, timeFor(error.code)).query(answerQuery)
    await expect(reading).rejects.toMatchObject({name: 'ContentError', queryName: 'answer', ...error})
    expect(server.requests()).toBe(requests)
  })

  it.each(readFaults)('$name, through @sanity/client', async ({behave, outcome, byClient = outcome}) => {
    const {requests, ...error} = byClient
    await using server = await startFaultyServer(behave)
    const content = createContent({client: clientOf(server), timeoutMs: timeFor(error.code)})
    await expect(content.query(answerQuery)).rejects.toMatchObject({
      name: 'ContentError',
      queryName: 'answer',
      ...error,
    })
    expect(server.requests()).toBe(requests)
  })

  it('lets go of the connection when the answer is too large', async () => {
    await using server = await startFaultyServer(sendHundredMegabytes)
    await expect(read(server)).rejects.toMatchObject({code: 'too-large'})
    await expect.poll(() => server.openSockets()).toBe(0)
  })

  it('lets go of the connection when the caller aborts', async () => {
    const reached = Promise.withResolvers<void>()
    await using server = await startFaultyServer(() => reached.resolve())
    const caller = new AbortController()
    const reading = contentOf(server).query(answerQuery, {}, {signal: caller.signal})
    await reached.promise
    caller.abort()
    await expect(reading).rejects.toMatchObject({code: 'aborted'})
    await expect.poll(() => server.openSockets()).toBe(0)
  })

  it('waits as long as a 429 asks, then reads', async () => {
    await using server = await startFaultyServer((_request, response, attempt) => {
      if (attempt === 1) response.writeHead(429, {'retry-after': '1'}).end()
      else response.writeHead(200, JSON_TYPE).end(GOOD_BODY)
    })
    const started = performance.now()
    const content = createContent({url: server.url, dataset: 'production', timeoutMs: 30_000})
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

function contentOf({url}: FaultyServer, timeoutMs = 30_000) {
  return createContent({url, dataset: 'production', timeoutMs, retries: 2, random: () => 0})
}

function read(server: FaultyServer): Promise<number> {
  return contentOf(server).query(answerQuery)
}

function clientOf({url}: FaultyServer) {
  return createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    maxRetries: 2,
    retryDelay: () => 10,
  })
}
