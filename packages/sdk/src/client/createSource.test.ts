import {createClient} from '@sanity/client'
import {afterEach, describe, expect, it, vi} from 'vitest'
import type {ContentOptions, TransportOptions} from './contentOptions.ts'
import {createSource} from './createSource.ts'
import type {SourceRequest} from './contentSource.ts'

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

// What `process.env` gives is a string to the compiler once somebody has written `!` behind it.
const unset: string = process.env['NOT_SET_ANYWHERE']!

const anonymous = createClient({
  projectId: 'abc',
  dataset: 'production',
  apiVersion: '2025-02-19',
  useCdn: true,
})

async function addressAsked(options: ContentOptions & {client?: undefined}) {
  let seen = {url: '', init: {}}
  const fetch: TransportOptions['fetch'] = async (url, init) => {
    seen = {url, init}
    return Response.json({result: null, ms: 1})
  }
  await createSource({...options, fetch}).fetch(request)
  return seen
}

afterEach(() => vi.unstubAllGlobals())

describe('createSource', () => {
  it.each<[string, ContentOptions & {client?: undefined}, string]>([
    ['the CDN', {projectId: 'abc', dataset: 'production'}, 'https://abc.apicdn.sanity.io'],
    [
      'the API when told',
      {projectId: 'abc', dataset: 'production', useCdn: false},
      'https://abc.api.sanity.io',
    ],
    [
      'the API with a token',
      {projectId: 'abc', dataset: 'production', token: 't'},
      'https://abc.api.sanity.io',
    ],
    [
      'the API for drafts, whatever useCdn says',
      {projectId: 'abc', dataset: 'production', token: 't', perspective: 'drafts', useCdn: true},
      'https://abc.api.sanity.io',
    ],
    ['an embedded lake', {url: 'http://localhost:3900/', dataset: 'production'}, 'http://localhost:3900'],
    ['a lake under a path', {url: 'http://host/lake/', dataset: 'production'}, 'http://host/lake'],
  ])('reads from %s', async (_name, options, base) => {
    const {url} = await addressAsked(options)
    expect(url.split('?')[0]).toBe(`${base}/v2025-02-19/data/query/production`)
  })

  it('sends the token in a header alone', async () => {
    const {url, init} = await addressAsked({url: 'http://h', dataset: 'd', token: 'sk-secret'})
    expect(url).not.toContain('sk-secret')
    expect(init).toMatchObject({headers: {authorization: 'Bearer sk-secret'}})
  })

  it.each<[string, ContentOptions, RegExp]>([
    ['drafts without a token', {url: 'http://h', dataset: 'd', perspective: 'drafts'}, /needs a `token`/],
    ['raw without a token', {url: 'http://h', dataset: 'd', perspective: 'raw'}, /needs a `token`/],
    ['a release without a token', {url: 'http://h', dataset: 'd', perspective: ['r1']}, /needs a `token`/],
    ['drafts through a client that has none', {client: anonymous, perspective: 'drafts'}, /needs a `token`/],
    ['a client that cannot read', {client: JSON.parse('{}')}, /createClient\(\)/],
    ['an empty dataset', {url: 'http://h', dataset: ''}, /"production"/],
    ['a dataset that would change the path', {url: 'http://h', dataset: '../x'}, /"production"/],
    ['an address that is none', {url: 'localhost:3900', dataset: 'd'}, /http\(s\) address/],
    ['an address with a user', {url: 'http://a@h', dataset: 'd'}, /http\(s\) address/],
    ['an address with an empty query', {url: 'http://h/?', dataset: 'd'}, /http\(s\) address/],
    ['an address with a password', {url: 'http://:b@h', dataset: 'd'}, /http\(s\) address/],
    ['a dataset that the environment lacks', {url: 'http://h', dataset: unset}, /`dataset` is undefined/],
    ['a project id that the environment lacks', {projectId: unset, dataset: 'd'}, /`projectId` is undefined/],
    ['an address that the environment lacks', {url: unset, dataset: 'd'}, /or give `url`/],
    ['a project id that is none', {projectId: 'a.evil.com/', dataset: 'd'}, /sanity.io\/manage/],
  ])('refuses %s', (_name, options, message) => {
    expect(() => createSource(options)).toThrow(TypeError)
    expect(() => createSource(options)).toThrow(message)
  })

  it('refuses a token in a browser unless it is meant', () => {
    vi.stubGlobal('navigator', {userAgent: 'Mozilla/5.0 (X11; Linux x86_64)'})
    const options = {url: 'http://h', dataset: 'd', token: 'sk-secret'}
    expect(() => createSource(options)).toThrow(/readable by every visitor/)
    expect(() => createSource(options)).not.toThrow(/sk-secret/)
    expect(() => createSource({...options, allowTokenInBrowser: true})).not.toThrow()
  })

  it('refuses a client with a token in a browser unless either was told that it is meant', () => {
    vi.stubGlobal('navigator', {userAgent: 'Mozilla/5.0 (X11; Linux x86_64)'})
    const config = {ignoreBrowserTokenWarning: true, token: 'sk-secret'}
    const client = anonymous.withConfig({...config, ignoreBrowserTokenWarning: false})
    expect(() => createSource({client})).toThrow(/readable by every visitor/)
    expect(() => createSource({client, allowTokenInBrowser: true})).not.toThrow()
    expect(() => createSource({client: anonymous.withConfig(config)})).not.toThrow()
    expect(() => createSource({client: anonymous})).not.toThrow()
  })
})
