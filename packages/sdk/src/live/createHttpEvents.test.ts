import {beforeAll, describe, expect, it} from 'vitest'
import {ContentError} from '../core.ts'
import type {FetchLike} from '../client/createHttpSource.ts'
import {createHttpEvents} from './createHttpEvents.ts'
import type {LiveEvent} from './liveEvent.ts'
import {createTestClock} from './testClock.fixture.ts'

const STREAM = {'content-type': 'text/event-stream; charset=utf-8'}
const welcome = 'event: welcome\ndata: {}\nid: 1\n\n'
const TOKEN = 'sk-1'

const answer =
  (body: string, status = 200, headers: Record<string, string> = STREAM) =>
  () =>
    new Response(body, {status, headers})
const broken = () => {
  throw new TypeError(`fetch failed for ${TOKEN}`)
}

/** A stream that says something and then stays open, until it is told to say more or let go of. */
function open(text = '') {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let isCancelled = false
  const encoder = new TextEncoder()
  const say = (more: string) => controller?.enqueue(encoder.encode(more))
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given
      say(text)
    },
    cancel: () => {
      isCancelled = true
    },
  })
  return {respond: () => new Response(body, {headers: STREAM}), say, isCancelled: () => isCancelled}
}

/** Follows a source that gives each answer in turn, and then none. */
function follow(answers: readonly (() => Response | Promise<Response>)[], token?: string) {
  const caller = new AbortController()
  const clock = createTestClock()
  const told: LiveEvent[] = []
  const requests: {url: string; headers: unknown; at: number}[] = []
  const fetch: FetchLike = async (url, {headers}) => {
    requests.push({url, headers, at: clock.now()})
    return answers[requests.length - 1]?.() ?? new Promise<never>(() => {})
  }
  createHttpEvents({endpoint: 'http://lake/live', token, fetch, maxBytes: 1_000, idleTimeoutMs: 60_000})({
    includeDrafts: token !== undefined,
    timeoutMs: 15_000,
    clock,
    random: () => 1,
    signal: caller.signal,
    tell: (event) => told.push(event),
  })
  return {clock, told, requests, caller}
}

/** What an event says, with what its error says in place of the error. */
function summaryOf(event: LiveEvent | undefined): unknown {
  if (!event || !('error' in event) || !(event.error instanceof ContentError)) return event
  const {code, status, queryName} = event.error
  return {type: event.type, code, status, queryName}
}

describe('createHttpEvents', () => {
  // Else the first failure loads it, in time that the clock does not know.
  beforeAll(() => import('../client/explainLoss.ts'))

  it('gives connections and changes, and leaves the rest', async () => {
    const body = `${welcome}: beat\n\nevent: message\ndata: {"tags":["s1:a",7]}\nid: 2\n\nevent: new\ndata: {}\n\nevent: restart\ndata: {}\nid: 3\n\n`
    const {clock, told} = follow([open(body).respond])
    await clock.pass(1)
    expect(told).toEqual([
      {type: 'connected', id: '1'},
      {type: 'changed', id: '2', tags: ['s1:a']},
      {type: 'connected', id: '3'},
    ])
  })

  it.each([
    ['a lost connection', broken, 'network'],
    ['a stream that ends', answer(''), 'network'],
    ['a source that sends it away', answer('event: goaway\ndata: {"reason":"too many"}\n\n'), 'network'],
    ['408', answer('', 408), 'http'],
    ['429', answer('', 429), 'http'],
    ['503', answer('', 503), 'http'],
    ['a page', answer('<html>', 200, {'content-type': 'text/html'}), 'not-json'],
    ['an answer without a type', () => new Response(null, {status: 204}), 'not-json'],
    ['an event that is no JSON', answer('event: message\ndata: {\n\n'), 'not-json'],
    ['an event without an end', answer(`data: ${'x'.repeat(1_001)}`), 'too-large'],
  ])('connects again after %s, waiting longer each time, and says why', async (_name, failure, code) => {
    const {clock, told, requests} = follow([failure, failure, failure, open(welcome).respond], TOKEN)
    await clock.pass(10_000)
    const lost = {type: 'lost', code, queryName: 'live events'}
    expect(told.map(summaryOf)).toMatchObject([lost, lost, lost, {type: 'connected'}])
    expect(requests.map(({at}) => at)).toEqual([0, 500, 1_500, 3_500])
    expect(JSON.stringify(told.map((event) => 'error' in event && String(event.error)))).not.toContain(TOKEN)
  })

  it('waits no longer than half a minute, and begins anew after a connection that lasted', async () => {
    const short = answer(welcome)
    const lasting = open(welcome)
    const {clock, requests} = follow([...Array.from({length: 8}, () => short), lasting.respond])
    await clock.pass(95_000)
    const first = [0, 500, 1_500, 3_500, 7_500, 15_500, 31_500, 61_500, 91_500]
    expect(requests.map(({at}) => at)).toEqual(first)
    lasting.say(': beat\n\n')
    await clock.pass(61_000)
    // Silent for a minute, and so lost at 155 s.
    expect(requests.map(({at}) => at)).toEqual([...first, 155_500])
  })

  it('waits as long as it is asked to, but never not at all', async () => {
    const busy = answer('', 429, {'retry-after': '0'})
    const {clock, requests} = follow([answer('', 429, {'retry-after': '7'}), busy, busy, open().respond])
    await clock.pass(14_000)
    expect(requests.map(({at}) => at)).toEqual([0, 7_000, 8_000, 10_000])
  })

  it.each([
    ['an endpoint that hangs', () => new Promise<never>(() => {}), 15_000],
    ['a stream that says nothing', open().respond, 15_000],
    ['a stream that sends comments alone', open(': beat\n\n').respond, 15_000],
    ['a stream that falls silent', open(welcome).respond, 60_000],
  ])('gives up %s and connects again', async (_name, hang, limitMs) => {
    const {clock, told, requests} = follow([hang])
    await clock.pass(limitMs - 1)
    expect(told.map(({type}) => type)).not.toContain('lost')
    await clock.pass(1_000)
    expect(summaryOf(told.at(-1))).toMatchObject({type: 'lost', code: 'timeout'})
    expect(requests).toHaveLength(2)
  })

  it('keeps a stream that sends comments', async () => {
    const stream = open(welcome)
    const {clock, told} = follow([stream.respond])
    for (let beat = 0; beat < 10; beat += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await clock.pass(50_000)
      stream.say(': beat\n\n')
    }
    expect(told).toEqual([{type: 'connected', id: '1'}])
  })

  it.each([
    [400, 'http'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'http'],
  ])('ends when the source answers %i', async (status, code) => {
    const {clock, told, requests} = follow([answer('', status)])
    await clock.pass(100_000)
    expect(told.map(summaryOf)).toMatchObject([{type: 'refused', code, status}])
    expect(requests).toHaveLength(1)
  })

  it('asks for drafts with a token, in a header alone', async () => {
    const {clock, requests} = follow([open(welcome).respond], TOKEN)
    await clock.pass(1)
    expect(requests[0]).toMatchObject({
      url: 'http://lake/live?includeDrafts=true',
      headers: {accept: 'text/event-stream', authorization: 'Bearer sk-1'},
    })
  })

  it('lets go of the stream when it is ended, and says nothing more', async () => {
    const stream = open(welcome)
    const {clock, told, requests, caller} = follow([stream.respond])
    await clock.pass(1)
    caller.abort()
    await clock.pass(100_000)
    expect(stream.isCancelled()).toBe(true)
    expect(told).toEqual([{type: 'connected', id: '1'}])
    expect(requests).toHaveLength(1)
  })
})
