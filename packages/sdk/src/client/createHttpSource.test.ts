import {describe, expect, it, test, vi} from 'vitest'
import type {SourceRequest} from './contentSource.ts'
import {createHttpSource, type FetchLike} from './createHttpSource.ts'
import type {CachedResponse} from './responseCache.ts'

const request: SourceRequest = {
  queryName: 'test',
  query: '*[0]',
  params: {},
  perspective: 'published',
  signal: new AbortController().signal,
  deadline: Number.POSITIVE_INFINITY,
  lastLiveEventId: null,
  fetchOptions: {},
}

const LAKE = 'http://lake/v2025-02-19/data'

/** A source that tags its answers by what they say, as RFC 9110 has it. */
function tagging(answer: () => unknown) {
  const seen: {tag: string | null; method: string | undefined; status: number}[] = []
  const fetch: FetchLike = async (_url, init) => {
    const etag = `"${JSON.stringify(answer())}"`
    const tag = new Headers(init.headers).get('if-none-match')
    const status = tag === etag ? 304 : 200
    seen.push({tag, method: init.method, status})
    const headers = {etag, 'content-type': 'application/json'}
    return new Response(status === 304 ? null : JSON.stringify({result: answer(), syncTags: ['s1:a']}), {
      status,
      headers,
    })
  }
  return {fetch, seen}
}

function open(fetch: FetchLike, cache?: Map<string, CachedResponse>) {
  const clock = {now: () => 0, wait: () => new Promise<void>(() => {})}
  return createHttpSource(
    {fetch, cache, clock, maxBytes: 1_000, retries: 0},
    {query: `${LAKE}/query/production`, live: `${LAKE}/live/events/production`},
  )
}

test("a caller's headers are sent, below those of the SDK", async () => {
  let sent = new Headers()
  const fetch: FetchLike = async (_url, init) => {
    sent = new Headers(init.headers)
    return Response.json({result: 1})
  }
  const headers = {'x-request-id': 'r1', accept: 'text/html'}
  await open(fetch).fetch({...request, fetchOptions: {headers}})
  expect(Object.fromEntries(sent)).toEqual({'x-request-id': 'r1', accept: 'application/json'})
})

it.each([
  ['parameter', {params: {big: 1n}}, /BigInt/],
  ['header', {fetchOptions: {headers: {'two words': 'a'}}}, /header name/],
])('a %s that cannot be sent is a TypeError, and never sent', async (_name, more, message) => {
  const fetch = vi.fn<FetchLike>()
  const attempt = open(fetch).fetch({...request, ...more})
  await expect(attempt).rejects.toThrow(TypeError)
  await expect(attempt).rejects.toThrow(message)
  expect(fetch).not.toHaveBeenCalled()
})

describe('conditional reads', () => {
  it('move nothing while the answer is the same, and give a fresh copy of it', async () => {
    let title = 'A'
    const {fetch, seen} = tagging(() => ({title}))
    const source = open(fetch, new Map())
    const first = await source.fetch(request)
    const again = await source.fetch(request)
    expect(first).toEqual({result: {title: 'A'}, syncTags: ['s1:a'], etag: '"{"title":"A"}"'})
    expect(again).toEqual(first)
    expect(again.result).not.toBe(first.result)
    title = 'B'
    expect((await source.fetch(request)).result).toEqual({title: 'B'})
    expect((await source.fetch(request)).result).toEqual({title: 'B'})
    expect(seen.map(({status}) => status)).toEqual([200, 304, 200, 304])
    expect(seen[0]?.tag).toBeNull()
  })

  it('keep answers to other queries, parameters and perspectives apart', async () => {
    const {fetch, seen} = tagging(() => 1)
    const source = open(fetch, new Map())
    for (const other of [{}, {query: '*[1]'}, {params: {slug: 'a'}}, {perspective: 'drafts' as const}]) {
      await source.fetch({...request, ...other})
    }
    expect(seen.map(({tag}) => tag)).toEqual([null, null, null, null])
  })

  it('are not made without a cache, nor of what is posted', async () => {
    const {fetch, seen} = tagging(() => 1)
    const plain = open(fetch)
    await plain.fetch(request)
    await plain.fetch(request)
    const long = {...request, params: {text: 'x'.repeat(12_000)}}
    const cache = new Map<string, CachedResponse>()
    await open(fetch, cache).fetch(long)
    await open(fetch, cache).fetch(long)
    expect(seen.map(({tag}) => tag)).toEqual([null, null, null, null])
    expect(seen.map(({method}) => method)).toEqual(['GET', 'GET', 'POST', 'POST'])
    expect(cache.size).toBe(0)
  })

  it('are refused when nothing was asked that way', async () => {
    const source = open(async () => new Response(null, {status: 304}), new Map())
    await expect(source.fetch(request)).rejects.toMatchObject({code: 'http', status: 304})
  })
})

describe('an answer without a result', () => {
  const json = {'content-type': 'application/json'}
  const broken = new ReadableStream({
    pull: (body) => body.error(new Error('cut')),
  })

  it.each([
    [
      'a page',
      '<html>',
      200,
      {'content-type': 'text/html'},
      'not-json',
      /gave an answer of type text\/html\. Is the url/,
    ],
    [
      'JSON of no type',
      new TextEncoder().encode('{"result":1}'),
      200,
      {},
      'not-json',
      /type no content type/,
    ],
    ['half an answer', '{"result":', 200, json, 'not-json', /gave 10 characters that do not parse/],
    ['other JSON', '{"ms":1}', 200, json, 'not-json', /gave JSON without a "result"\. Is the url/],
    [
      'a long answer',
      'x'.repeat(1_001),
      200,
      json,
      'too-large',
      /more than 1000 bytes\. Ask for fewer items/,
    ],
    ['a long length', 'x', 200, {...json, 'content-length': '1001'}, 'too-large', /more than 1000 bytes/],
    ['a refusal', '{"message":"No."}', 403, json, 'unauthorized', /refused with 403: No\. Give a token/],
    ['a fault', '{"message":"Down."}', 400, json, 'http', /failed with status 400: Down\./],
    ['a fault whose words are long', 'x'.repeat(70_000), 400, json, 'http', /failed with status 400\.$/],
    ['a fault whose words break off', broken, 400, json, 'http', /failed with status 400\.$/],
  ] as const)('of %s says what it is', async (_name, body, status, headers, code, message) => {
    const source = open(async () => new Response(body, {status, headers}))
    const reading = source.fetch(request)
    await expect(reading).rejects.toMatchObject({
      code,
      queryName: 'test',
      message: expect.stringMatching(message),
    })
    await expect(reading).rejects.toMatchObject({status: status === 200 ? null : status})
  })

  it('lets go of its connection when it is too long', async () => {
    const onCancel = vi.fn<() => void>()
    const endless = new ReadableStream({
      pull: (body) => body.enqueue(new Uint8Array(400)),
      cancel: onCancel,
    })
    const source = open(async () => new Response(endless, {headers: json}))
    await expect(source.fetch(request)).rejects.toMatchObject({code: 'too-large'})
    expect(onCancel).toHaveBeenCalledOnce()
  })
})
