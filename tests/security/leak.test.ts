import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {readEvents} from '../conformance/readEvents.ts'
import {ROUTE_PERMISSIONS} from '../../packages/lake/src/access/routePermissions.ts'
import {CANARY, openTwins} from './twinLakes.ts'
import type {Twin} from './twinLakes.ts'

const VERSIONS = ['v1', 'v2021-03-25', 'v2025-02-19', 'vX']
const PERSPECTIVES = [
  '',
  'raw',
  'published',
  'drafts',
  'previewDrafts',
  'r1',
  'r1,drafts',
  '["r1","drafts"]',
  'none',
]
const EXTRAS = [
  '',
  'explain=true',
  'resultSourceMap=true',
  'resultSourceMap=withKeyArraySelector',
  'returnQuery=false',
]
const IDS = [
  'a',
  'b',
  'c',
  'drafts.a',
  'drafts.b',
  'drafts.none',
  'versions.r1.a',
  'versions.r1.c',
  '_.releases.r1',
  'folder.d',
]

const QUERIES = [
  '*',
  '*[]._id',
  'count(*)',
  'count(*[_type == "article"])',
  'count(*[references("a")])',
  '*[_type == "article"] | order(rank desc)[0...10]',
  '*[_type == "article"] | order(rank desc){_id, title}',
  '*[_type == "article" && rank > 1]{_id}',
  '*[slug.current == "open"]',
  '*[_id in path("drafts.**")]',
  '*[_id in path("**")]._id',
  `*[_id in ${JSON.stringify(IDS)}]`,
  '*[_id == "a"][0]{"leak": others[]->}',
  '*[_id == "a"][0]{"leak": others[]->{_id, title, to->}}',
  '*[_id == "a"][0]{"leak": *[references(^._id)]}',
  '*[_id == "a"][0]{"leak": count(*[references(^._id)])}',
  '*[_id == "a"][0]{"leak": *[_id in ^.others[]._ref]{..., "again": ^.^.others[]->}}',
  '*[_id == "b"]',
  '*[defined(secret)]',
  '*[secret.hasOwnProperty == 1]',
  '*[title match "canary*"]',
  '*[[@, _id] match text::query("canary* open")] | score(title match "canary") | order(_score desc)',
  '*[sanity::versionOf("b")]',
  '*[sanity::partOfRelease("r1")]',
  'releases::all()',
  'array::unique(*[]._type)',
  'array::unique(*[].list[]._ref)',
  '{"leak": *[_type == "article"].title, "n": count(*[_type == "system.release"])}',
  '*[_type == "article"]{_originalId, _id, _system}',
  '*[dateTime(_updatedAt) > dateTime("2020-01-01T00:00:00Z")]._id',
  '*[_id > "d" && _id < "w"]._id',
  '*[0...3]._id',
  '*[-1]._id',
  'identity()',
]

// What differs between any two answers, be there secrets or not.
function comparable(text: string): string {
  return text.replaceAll(/"ms":\d+/g, '"ms":0')
}

async function read(twin: Twin, path: string, init: RequestInit): Promise<string> {
  const response = await twin.ask(`http://localhost${path}`, {...init, redirect: 'manual'})
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).toSorted()
  // The start of a stream is enough here; the rest is followed below.
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  const text = isStream ? '' : await response.text()
  if (isStream) await response.body?.cancel()
  return comparable(`${response.status}\n${headers.join('\n')}\n\n${text}`)
}

let twins: Awaited<ReturnType<typeof openTwins>>
beforeAll(async () => {
  twins = await openTwins()
})
afterAll(() => twins.close())

type Asked = [path: string, init?: RequestInit]

/** What the two lakes answer differently, or with a secret in it: whoever sees a difference knows of one. */
async function leaks(...requests: Asked[]): Promise<object[]> {
  const found: object[] = []
  for (const [path, init = {}] of requests) {
    const [full, bare] = [await read(twins.full, path, init), await read(twins.bare, path, init)]
    if (full !== bare || full.includes(CANARY)) found.push({path, full, bare})
  }
  return found
}

test('the secrets are there for those who may see them', async () => {
  const headers = {authorization: `Bearer ${twins.full.token}`}
  const all = await twins.full.ask(
    'http://localhost/v2025-02-19/data/query/production?query=*&perspective=raw',
    {headers},
  )
  expect((await all.text()).split(CANARY).length).toBeGreaterThan(20)
})

describe.each(QUERIES)('without a token, %s', (query) => {
  test('answers as if there were no secrets, whatever the perspective and the parameters', async () => {
    const requests: Asked[] = PERSPECTIVES.flatMap((perspective) =>
      EXTRAS.map((extra): Asked => {
        const search = new URLSearchParams({query, ...(perspective === '' ? {} : {perspective})})
        return [`/v2025-02-19/data/query/production?${search.toString()}&${extra}`]
      }),
    )
    for (const version of VERSIONS) {
      const path = `/${version}/data/query/production`
      const body = JSON.stringify({query, params: {id: 'drafts.b'}, perspective: 'drafts'})
      requests.push([`${path}?${new URLSearchParams({query}).toString()}`], [path, {method: 'POST', body}])
    }
    expect(await leaks(...requests)).toEqual([])
  })
})

test.each(PERSPECTIVES)(
  'documents by id in perspective "%s" tell nothing, not even whether they exist',
  async (perspective) => {
    const base = '/v2025-02-19/data/doc/production'
    const requests = ['', '&excludeContent=true', '&includeAllVersions=true'].flatMap((extra) =>
      [IDS.join(','), ...IDS].map((ids): Asked => [`${base}/${ids}?perspective=${perspective}${extra}`]),
    )
    expect(await leaks(...requests)).toEqual([])
  },
)

// Every route there is, with hidden names in every place that takes one.
const NAMES = [
  'a',
  'drafts.b',
  'versions.r1.c',
  '_.releases.r1',
  'r1',
  'production',
  'production-comments',
  'locked',
  'me',
  'spine',
]
const DATASETS = ['production', 'production-comments', 'locked']

function fillings(pattern: string): string[] {
  let paths = ['']
  for (const part of pattern.split('/').slice(1)) {
    const values = part.startsWith(':') ? valuesOf(part) : [part]
    paths = paths.flatMap((path) => values.map((value) => `${path}/${value}`))
  }
  return paths
}

function valuesOf(part: string): string[] {
  if (part === ':version') return ['v2025-02-19']
  if (part === ':dataset') return DATASETS
  if (part === ':project' || part === ':projectId') return ['spine']
  if (part === ':file') return ['0000000000000000000000000000000000000001-1x1.png']
  return NAMES
}

// The addresses of the login carry secrets of their own making.
const ROUTES = Object.keys(ROUTE_PERMISSIONS).filter((route) => !route.includes('/auth/login'))

test.each(ROUTES)('%s tells nothing', async (route) => {
  const [method = '', pattern = ''] = route.split(' ')
  const search = new URLSearchParams({
    query: '*[_id in ["drafts.b", "a"]]',
    perspective: 'raw',
    types: 'article,system.release',
    includeDrafts: 'true',
    datasetProfile: 'comments',
    revision: 'transaction-2',
  })
  const mutations = [{delete: {id: 'a'}}, {patch: {id: 'drafts.b', ifRevisionID: 'x', set: {title: 'x'}}}]
  const actions = [{actionType: 'sanity.action.document.publish', draftId: 'drafts.b', publishedId: 'b'}]
  const body = JSON.stringify({mutations, actions, query: '*', transactionId: 'transaction-2'})
  const init = method === 'GET' ? {} : {method, body}
  const requests = fillings(pattern).flatMap((path): Asked[] => [
    [path, init],
    [`${path}?${search.toString()}`, init],
  ])
  expect(await leaks(...requests)).toEqual([])
})

test('a private dataset answers as one that does not exist, by whatever route', async () => {
  for (const route of ROUTES.filter((one) => one.includes(':dataset'))) {
    const [method = '', pattern = ''] = route.split(' ')
    for (const path of fillings(pattern).filter((one) => one.includes('/locked'))) {
      const init = method === 'GET' ? {} : {method, body: '{}'}
      const locked = await read(twins.full, path, init)
      const absent = await read(twins.full, path.replaceAll('locked', 'absent'), init)
      expect({path, answer: locked}).toEqual({path, answer: absent.replaceAll('absent', 'locked')})
    }
  }
})

describe('streams', () => {
  const paths = [
    '/data/listen/production?query=*&includeResult=true&includePreviousRevision=true&effectFormat=mendoza',
    '/data/listen/production?query=*&includeResult=true&includeAllVersions=true',
    `/data/listen/production?query=${encodeURIComponent('*[_type == "article" && !defined(secret)]')}&includeResult=true`,
    '/data/live/events/production',
  ]
  test.each(paths)('%s hears of public changes alone', async (path) => {
    const heard = await Promise.all(
      [twins.full, twins.bare].map(async (twin) => {
        const events = readEvents(await twin.ask(`http://localhost/v2025-02-19${path}`))
        await events.next()
        if (twin === twins.full) {
          await twin.write([{_id: 'drafts.late', _type: 'article', title: CANARY, to: {_ref: 'a'}}])
          await twin.write([
            {_id: 'versions.r1.late', _type: 'article', title: CANARY, slug: {current: 'open'}},
          ])
        }
        await twin.write(
          [{_id: 'a', _type: 'article', title: 'Open', rank: 2}],
          `public-${paths.indexOf(path)}`,
        )
        const event = await events.next()
        events.close()
        return JSON.stringify({event: event.event, data: {...event.data, transactionId: '', timestamp: ''}})
      }),
    )
    const [full = '', bare = ''] = heard.map((text) =>
      text.replaceAll(/transaction-\d+|"\w+[|.:]\d+[^"]*"/g, '-'),
    )
    expect(full).toEqual(bare)
    expect(full).not.toContain(CANARY)
  })

  test('of a private dataset are not to be had, nor of drafts', async () => {
    const paths = [
      'listen/locked?query=*',
      'live/events/locked',
      'live/events/production?includeDrafts=true',
    ].map((place) => `/v2025-02-19/data/${place}`)
    expect(await leaks(...paths.map((path): Asked => [path]))).toEqual([])
  })
})
