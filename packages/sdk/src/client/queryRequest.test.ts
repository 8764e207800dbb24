import {describe, expect, it} from 'vitest'
import {queryRequest} from './queryRequest.ts'

const ENDPOINT = 'http://localhost:3900/v2025-02-19/data/query/production'

describe('queryRequest', () => {
  it('sends parameters as JSON and always names the perspective', () => {
    const request = queryRequest(ENDPOINT, {
      query: '*[slug.current == $slug]',
      params: {slug: 'a "b"', limit: 3, none: null},
      perspective: 'published',
      lastLiveEventId: null,
    })
    const {searchParams} = new URL(request.url)
    expect(request.method).toBe('GET')
    expect(Object.fromEntries(searchParams)).toEqual({
      query: '*[slug.current == $slug]',
      $slug: '"a \\"b\\""',
      $limit: '3',
      $none: 'null',
      perspective: 'published',
      returnQuery: 'false',
    })
  })

  it('writes addresses that are read as those of URLSearchParams', () => {
    const query = '*[_type == "a&b=c" && title match "50 % + \u00e9\ud83d\ude00!\'()~*" && x == "\ud83d"]'
    const {url} = queryRequest(ENDPOINT, {
      query,
      params: {'a b': '#?'},
      perspective: 'published',
      lastLiveEventId: null,
    })
    const expected = new URLSearchParams({
      query,
      '$a b': '"#?"',
      perspective: 'published',
      returnQuery: 'false',
    })
    expect([...new URL(url).searchParams]).toEqual([...new URLSearchParams(expected.toString())])
  })

  it('joins a stack of releases, and names the event that asked', () => {
    const {url} = queryRequest(ENDPOINT, {
      query: '*',
      params: {},
      perspective: ['r1', 'drafts'],
      lastLiveEventId: 'e1',
    })
    expect(new URL(url).searchParams.get('perspective')).toBe('r1,drafts')
    expect(new URL(url).searchParams.get('lastLiveEventId')).toBe('e1')
  })

  it('posts when the address would be too long, and keeps the perspective in the address', () => {
    const slug = 'x'.repeat(12_000)
    const request = queryRequest(ENDPOINT, {
      query: '*',
      params: {slug},
      perspective: 'drafts',
      lastLiveEventId: null,
    })
    expect(request.method).toBe('POST')
    expect(request.url.length).toBeLessThan(200)
    expect(new URL(request.url).searchParams.get('perspective')).toBe('drafts')
    expect(JSON.parse(request.body ?? '')).toEqual({query: '*', params: {slug}})
  })
})
