import {Readable} from 'node:stream'
import type {ContentErrorCode} from '@spine-center/sdk'
import {describe, expect, it} from 'vitest'
import {GOOD_BODY, timeFor} from './readFaults.ts'
import type {Behaviour} from './startFaultyServer.ts'
import {follow, openContent, startLiveSource, stream, WELCOME} from './startLiveSource.ts'

const STREAM_TYPE = {'content-type': 'text/event-stream'}
const MEGABYTE = Buffer.alloc(1024 * 1024, 'x')

/** How event streams break, and the code that is told where `@sanity/client` hides what happened and where not. */
const streamFaults: readonly (readonly [string, Behaviour, ContentErrorCode])[] = [
  ['hangs before the headers', () => undefined, 'timeout'],
  ['hangs after the headers', stream(': beat\n\n'), 'timeout'],
  ['resets the connection', (request) => request.socket.destroy(), 'network'],
  ['ends at once', (_request, response) => response.writeHead(200, STREAM_TYPE).end(), 'network'],
  ['answers 500', (_request, response) => response.writeHead(500).end(), 'http'],
  ['answers 429', (_request, response) => response.writeHead(429, {'retry-after': '1'}).end(), 'http'],
  [
    'answers with a web page',
    (_request, response) => response.writeHead(200, {'content-type': 'text/html'}).end('<!doctype html>'),
    'not-json',
  ],
  ['sends everybody away', stream('event: goaway\ndata: {"reason":"too many"}\n\n'), 'network'],
  ['sends an event that is no JSON', stream('event: message\ndata: {\n\n'), 'not-json'],
  [
    'sends an event of 100 MB',
    (_request, response) => {
      response.writeHead(200, STREAM_TYPE)
      Readable.from(Array.from({length: 100}, () => MEGABYTE)).pipe(response)
    },
    'too-large',
  ],
]

describe.each(['url', 'client'] as const)('live events by %s, of a source that', (by) => {
  it.each(streamFaults)(
    '%s: the result comes, the failure is told, and tried again',
    async (_name, fault, code) => {
      await using server = await startLiveSource(fault)
      const {iterator, statuses} = follow(openContent(server, by, {timeoutMs: timeFor(code)}))
      expect(await iterator.next()).toEqual({done: false, value: 42})
      const next = iterator.next()
      await expect.poll(() => server.attempts()).toBeGreaterThan(1)
      await expect.poll(() => statuses.length).toBeGreaterThan(0)
      expect(statuses[0]).toMatchObject({isConnected: false, isCurrent: true})
      // The client says of most failures only that it connects again.
      const codes = by === 'url' ? [code] : [code, 'network', 'timeout']
      expect(codes).toContain(statuses[0]?.error?.code)
      expect(await iterator.return?.()).toEqual({done: true, value: undefined})
      expect(await next).toEqual({done: true, value: undefined})
      await expect.poll(() => server.openSockets()).toBe(0)
    },
  )

  it.each([401, 403, 404])('answers %i: the result comes, then the error', async (status) => {
    await using server = await startLiveSource((_request, response) => response.writeHead(status).end())
    const {iterator} = follow(openContent(server, by))
    expect(await iterator.next()).toEqual({done: false, value: 42})
    const code = status === 404 ? 'http' : 'unauthorized'
    await expect(iterator.next()).rejects.toMatchObject({name: 'ContentError', code, status})
    expect(await iterator.next()).toEqual({done: true, value: undefined})
    await expect.poll(() => server.openSockets()).toBe(0)
  })

  it('is well again: it is connected, and what changed meanwhile is read', async () => {
    let answer = 42
    await using server = await startLiveSource(
      (request, response, attempt) => {
        if (attempt > 1) answer = 43
        if (attempt > 1) response.writeHead(200, STREAM_TYPE).write(WELCOME)
        else request.socket.destroy()
      },
      (_request, response) => response.end(GOOD_BODY.replace('42', String(answer))),
    )
    const {iterator, statuses} = follow(openContent(server, by))
    expect(await iterator.next()).toMatchObject({value: 42})
    expect(await iterator.next()).toMatchObject({value: 43})
    expect(statuses.map(({isConnected}) => isConnected)).toEqual([false, true])
    await iterator.return?.()
  })
})
