import {createClient} from '@sanity/client'
import {createLake, startLake} from '@spine-center/lake'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'

const reference = (id: string): object => ({_type: 'reference', _ref: id, _weak: true})

const SECRETS = [
  {_id: 'drafts.b', _type: 'article', title: 'Secret draft', slug: {current: 'secret'}, to: reference('a')},
  {_id: 'versions.r1.c', _type: 'article', title: 'Secret version', to: reference('a')},
  {
    _id: '_.releases.r1',
    _type: 'system.release',
    name: 'r1',
    state: 'active',
    metadata: {title: 'Secret release'},
  },
  {_id: 'private.d', _type: 'article', title: 'Secret path', to: reference('a')},
]
const PUBLIC = {
  _id: 'a',
  _type: 'article',
  title: 'Open',
  slug: {current: 'open'},
  others: SECRETS.map(({_id}) => reference(_id)),
}

describe.each(TRANSPORTS)('without a token, %s', (transport) => {
  let lake: LakeUnderTest
  beforeAll(async () => {
    lake = await openLake(transport, {documents: [PUBLIC, ...SECRETS]})
  })
  afterAll(() => lake.close())

  const perspectives = ['raw', 'published', 'drafts', 'r1', 'r1,drafts']
  const queries = [
    '*',
    '*[]._id',
    '*[_type == "article"]',
    '*[_id in path("drafts.**")]',
    '*[_id in ["drafts.b", "versions.r1.c", "_.releases.r1", "private.d"]]',
    '*[slug.current == "secret"]',
    '*[references("a")]',
    '*[_id == "a"][0]{"leak": others[]->}',
    '*[_id == "a"][0]{"leak": *[references(^._id)]}',
    '*[_id == "a"][0]{"leak": *[_id in ^.others[]._ref].title}',
    '*[_id == "a"][0]{"leak": *[_id == ^.others[0]._ref][0].title}',
    '*[_id == "b"]',
    '*[title match "secret"]',
    '*[[@, _id] match text::query("secret*")]',
    '*[sanity::versionOf("b")]',
    '*[sanity::versionOf("c") || sanity::partOfRelease("r1")]',
    'releases::all()',
    '*[_type == "system.release"]',
    '* | score(title match "secret") | order(_score desc)',
    '*[_type == "article"] | order(title desc)[0...10]',
    '{"leak": *[_type == "article"].title}',
  ]
  test.each(
    perspectives.flatMap((perspective) => queries.map((query): [string, string] => [perspective, query])),
  )('perspective %s shows nothing unpublished to %s', async (perspective, query) => {
    const search = new URLSearchParams({query, perspective})
    const text = await (await lake.request(`/data/query/production?${search.toString()}`)).text()
    expect(JSON.stringify(JSON.parse(text).result)).not.toMatch(
      /Secret|drafts\.b"[^_]*"_type|private\.d"[^_]*"_type/,
    )
  })

  test.each([
    'count(*)',
    'count(*[_type == "article"])',
    'count(*[references("a")])',
    'count(*[_type == "system.release"])',
  ])('%s counts only what is public', async (query) => {
    const shown = await lake.anonymous.fetch<number>(query, {}, {perspective: 'raw'})
    expect(shown).toBe(query.includes('references') || query.includes('release') ? 0 : 1)
  })

  test('documents by id are omitted without a word on whether they exist', async () => {
    const response = await lake.request('/data/doc/production/a,drafts.b,drafts.none,private.d')
    expect(await response.json()).toMatchObject({
      documents: [{_id: 'a'}],
      omitted: [
        {id: 'drafts.b', reason: 'permission'},
        {id: 'drafts.none', reason: 'permission'},
        {id: 'private.d', reason: 'permission'},
      ],
    })
  })

  test('the export has only what is public', async () => {
    const lines = (await (await lake.request('/data/export/production')).text()).trim().split('\n')
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{_id: 'a'}])
  })

  test.each([
    ['GET', '/data/history/production/documents/a?lastRevision=true'],
    ['GET', '/data/history/production/transactions/a'],
    ['GET', '/data/history/production/events/documents/a'],
    ['GET', '/data/history/production/events/releases/r1'],
    ['GET', '/projects/spine/datasets/production/acl'],
    ['GET', '/projects/spine/grants'],
    ['GET', '/projects/spine/users'],
    ['GET', '/users/me/keyvalue'],
    ['GET', '/users/somebody'],
    ['POST', '/data/mutate/production'],
    ['POST', '/data/actions/production'],
    ['POST', '/assets/images/production'],
    ['POST', '/assets/files/production'],
    ['POST', '/comments/production/setup'],
  ])('%s %s is refused', async (method, path) => {
    const body = method === 'POST' ? '{"mutations":[{"create":{"_type":"x"}}],"actions":[]}' : null
    const response = await lake.request(path, {method, body})
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('Secret')
  })

  test('the project tells strangers nothing of its members', async () => {
    expect(await (await lake.request('/projects/spine')).json()).toMatchObject({members: []})
  })
})

describe.each(TRANSPORTS)('a private dataset, %s', (transport) => {
  let lake: LakeUnderTest
  beforeAll(async () => {
    lake = await openLake(transport, {aclMode: 'private', documents: [PUBLIC]})
  })
  afterAll(() => lake.close())

  test.each([
    '/data/query/production?query=*',
    '/data/doc/production/a',
    '/data/listen/production?query=*',
    '/data/live/events/production',
    '/data/export/production',
  ])('%s needs a token', async (path) => {
    expect((await lake.request(path)).status).toBe(401)
    const response = await lake.request(path, {headers: {authorization: `Bearer ${lake.token}`}})
    expect(response.status).toBe(200)
    await response.body?.cancel()
  })
})

test('a viewer reads all and writes nothing', async () => {
  const lake = createLake({documents: [PUBLIC, ...SECRETS]})
  const client = createClient({
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    apiHost: 'http://localhost',
    useProjectHostname: false,
    perspective: 'raw',
    token: lake.createToken({role: 'viewer', label: 'reader'}),
    resolveFetch: () => lake.fetch,
  })
  expect(await client.fetch('count(*)')).toBe(5)
  await expect(client.create({_type: 'article'})).rejects.toMatchObject({statusCode: 403})
  await expect(
    client.action({actionType: 'sanity.action.document.publish', draftId: 'drafts.b', publishedId: 'b'}),
  ).rejects.toMatchObject({statusCode: 403})
  lake.close()
})

describe('names and origins', () => {
  test.each([
    ['localhost', 200],
    ['spine.localhost', 200],
    ['127.0.0.1', 200],
    ['[::1]', 200],
    ['lake.example.org', 200],
    ['evil.example.org', 403],
    ['localhost.evil.example.org', 403],
    ['127.0.0.1.evil.example.org', 403],
    ['192.168.0.5', 403],
  ])('the host %s is answered with %i', async (host, status) => {
    const lake = createLake({allowedHosts: ['lake.example.org']})
    expect((await lake.fetch(`http://${host}:3900/v2025-02-19/ping`)).status).toBe(status)
    lake.close()
  })

  test.each([
    ['http://localhost:3333', true],
    ['http://spine.localhost:1', true],
    ['https://127.0.0.1', true],
    ['https://studio.example.org', true],
    ['https://studio.example.org.evil.org', false],
    ['http://localhost.evil.org', false],
    ['https://evil.example.org', false],
    ['null', false],
    ['file://', false],
  ])('a page of %s may read answers: %s', async (origin, isAllowed) => {
    const lake = createLake({allowedOrigins: ['https://studio.example.org']})
    const answer = await lake.fetch('http://localhost/v2025-02-19/ping', {headers: {origin}})
    expect(answer.headers.get('access-control-allow-origin')).toBe(isAllowed ? origin : null)
    const preflight = await lake.fetch('http://localhost/v2025-02-19/data/query/production', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'x-sanity-app',
      },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe(isAllowed ? origin : null)
    expect(preflight.headers.get('access-control-allow-headers')).toBe(isAllowed ? 'x-sanity-app' : null)
    lake.close()
  })

  test('off loopback, pages of this machine are strangers too', async () => {
    const lake = createLake({allowLoopback: false})
    const headers = {origin: 'http://localhost:3333'}
    const answer = await lake.fetch('http://localhost/v2025-02-19/ping', {headers})
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    lake.close()
  })

  test("a browser's stream goes to a host name of its own, by a ticket that is good once", async () => {
    const lake = await startLake({port: 0})
    const token = lake.createToken({role: 'editor', label: 'browser'})
    const path = '/v2025-02-19/data/listen/production?query=*'
    const headers = {origin: 'http://localhost:3333', authorization: `Bearer ${token}`}
    const redirect = await fetch(lake.url + path, {headers, redirect: 'manual'})
    expect(redirect.status).toBe(307)
    expect(redirect.headers.get('access-control-allow-origin')).toBe('http://localhost:3333')
    const location = new URL(redirect.headers.get('location') ?? '')
    expect(location.hostname).toMatch(/^l\d+\.localhost$/)
    const headersAfter = {origin: 'null'}
    const stream = await lake.fetch(location.href, {headers: headersAfter})
    expect(stream.status).toBe(200)
    expect(stream.headers.get('access-control-allow-origin')).toBe('null')
    await stream.body?.cancel()
    expect((await lake.fetch(location.href, {headers: headersAfter})).status).toBe(403)
    expect(
      (await fetch(lake.url + path, {headers: {authorization: `Bearer ${token}`}, redirect: 'manual'}))
        .status,
    ).toBe(200)
    await lake.close()
  })

  test.each(['/v2025-02-19/nothing', '/nothing', '/v1/data/nothing/production', '/v99/ping', '/'])(
    'the unknown path %s is named in a 404',
    async (path) => {
      const lake = createLake()
      const response = await lake.fetch(`http://localhost${path}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({statusCode: 404, message: expect.stringContaining(path)})
      lake.close()
    },
  )
})
