import {createClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import type {SourceRequest} from './contentSource.ts'
import {createClientSource} from './createClientSource.ts'

const request: SourceRequest = {
  queryName: 'test',
  query: '*[_id == $id][0]',
  params: {id: 'a'},
  perspective: 'published',
  signal: new AbortController().signal,
  deadline: Number.POSITIVE_INFINITY,
  lastLiveEventId: null,
  fetchOptions: {next: {revalidate: 60}},
}

describe('createClientSource', () => {
  it('asks for the perspective, the envelope, no stega, and passes fetch options on', async () => {
    const calls: unknown[] = []
    const source = createClientSource({
      async fetch(...call) {
        calls.push(call)
        return {result: {a: 1}, ms: 2, syncTags: ['s1:x']}
      },
    })
    await expect(source.fetch(request)).resolves.toEqual({result: {a: 1}, syncTags: ['s1:x'], etag: null})
    const options = {perspective: 'published', filterResponse: false, stega: false, next: {revalidate: 60}}
    expect(calls).toMatchObject([[request.query, request.params, options]])
  })

  it('takes a bare result from a client that gives no envelope, even one with a field "result"', async () => {
    const bare = {result: 'of a trial', title: 'x'}
    const source = createClientSource({fetch: async () => bare})
    await expect(source.fetch(request)).resolves.toEqual({result: bare, syncTags: [], etag: null})
  })

  it('says that a page is no JSON, where the client gives envelopes; another client may give a text', async () => {
    const plain = {fetch: async () => '<h1>Sign in</h1>'}
    const enveloping = {...plain, withConfig: () => enveloping}
    await expect(createClientSource(enveloping).fetch(request)).rejects.toMatchObject({code: 'not-json'})
    await expect(createClientSource(plain).fetch(request)).resolves.toMatchObject({
      result: '<h1>Sign in</h1>',
    })
  })

  it('pins the API version of a client that can be configured', async () => {
    const urls: string[] = []
    const client = createClient({
      projectId: 'spine',
      dataset: 'production',
      apiVersion: '2021-03-25',
      useCdn: false,
      token: 'sk-secret',
      resolveFetch: () => async (input) => {
        urls.push(input)
        return Response.json({result: 1, ms: 1})
      },
    })
    await createClientSource(client).fetch(request)
    expect(urls[0]).toContain('/v2025-02-19/data/query/production')
    expect(urls[0]).toContain('perspective=published')
  })

  it.each([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [400, 'http'],
    [502, 'http'],
  ])('says what a status %s means', async (statusCode, code) => {
    const source = createClientSource({
      fetch: () => Promise.reject(Object.assign(new Error('no'), {statusCode})),
    })
    await expect(source.fetch(request)).rejects.toMatchObject({code, status: statusCode, queryName: 'test'})
  })
})
