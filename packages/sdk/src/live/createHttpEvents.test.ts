import {describe, expect, it} from 'vitest'
import type {FetchLike} from '../client/createHttpSource.ts'
import {createHttpEvents} from './createHttpEvents.ts'
import type {LiveEvent} from './liveEvent.ts'

const welcome = 'event: welcome\ndata: {}\nid: 1\n\n'
const answer =
  (body: string, status = 200) =>
  () =>
    new Response(body, {status})
const broken = () => {
  throw new TypeError('fetch failed')
}

/** Follows a source that gives each answer in turn and then ends the caller's interest. */
async function follow(answers: readonly (() => Response)[], token?: string) {
  const caller = new AbortController()
  const events: LiveEvent[] = []
  const waits: number[] = []
  const requests: unknown[] = []
  const left = [...answers]
  const fetch: FetchLike = async (url, {headers}) => {
    requests.push({url, headers})
    const next = left.shift()
    if (next) return next()
    caller.abort()
    throw new Error('aborted')
  }
  const clock = {
    now: () => 0,
    wait: async (ms: number) => {
      waits.push(ms)
    },
  }
  const options = {endpoint: 'http://lake/live', token, fetch, includeDrafts: token !== undefined, clock}
  for await (const event of createHttpEvents(options, caller.signal)) events.push(event)
  return {events, waits, requests}
}

describe('createHttpEvents', () => {
  it('gives connections and changes, and leaves the rest', async () => {
    const body = `${welcome}: beat\n\nevent: message\ndata: {"tags":["s1:a",7]}\nid: 2\n\nevent: goaway\ndata: {}\n\nevent: restart\ndata: {}\nid: 3\n\n`
    expect((await follow([answer(body)])).events).toEqual([
      {type: 'connected', id: '1'},
      {type: 'changed', id: '2', tags: ['s1:a']},
      {type: 'connected', id: '3'},
    ])
  })

  it.each([
    ['a lost connection', broken],
    ['a stream that ends', answer('')],
    ['429', answer('', 429)],
    ['503', answer('', 503)],
    ['an event that is no JSON', answer('event: message\ndata: {\n\n')],
  ])('connects again after %s, waiting longer each time until it works', async (_name, failure) => {
    const {events, waits} = await follow([failure, failure, answer(welcome), failure])
    expect(events).toEqual([{type: 'connected', id: '1'}])
    expect(waits).toEqual([500, 1000, 500, 1000])
  })

  it.each([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'http'],
  ])('gives up when the source answers %i', async (status, code) => {
    await expect(follow([answer('', status)])).rejects.toMatchObject({code, status})
  })

  it('asks for drafts with a token, in a header alone', async () => {
    const {requests} = await follow([answer(welcome)], 'sk-1')
    expect(requests[0]).toEqual({
      url: 'http://lake/live?includeDrafts=true',
      headers: {accept: 'text/event-stream', authorization: 'Bearer sk-1'},
    })
  })
})
