import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {gunzipSync} from 'node:zlib'
import {createClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {createLake, startLake} from '@spine-center/lake'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {ROUTE_PERMISSIONS} from '../../packages/lake/src/access/routePermissions.ts'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-roles-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

test('with the role deploy, the real import and the real export work', async () => {
  const lake = await startLake({port: 0})
  const client = createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
    apiHost: lake.url,
    useProjectHostname: false,
    token: lake.createToken({role: 'deploy', label: 'deployment'}),
  })
  const image = join(folder, 'pixel.png')
  writeFileSync(image, Buffer.from(PIXEL, 'base64'))
  const documents = [
    {_id: 'a', _type: 'article', author: {_type: 'reference', _ref: 'p'}},
    {
      _id: 'p',
      _type: 'person',
      picture: {_type: 'image', _sanityAsset: `image@${pathToFileURL(image).href}`},
    },
    {_id: 'drafts.a', _type: 'article', author: {_type: 'reference', _ref: 'p'}},
  ]
  for (const operation of ['create', 'createOrReplace', 'createIfNotExists'] as const) {
    await sanityImport(structuredClone(documents), {client, operation, allowAssetsInDifferentDataset: false})
  }
  const person = await client.fetch<{picture: {asset: {_ref: string}}}>('*[_id == "p"][0]')
  expect(person.picture.asset._ref).toMatch(/^image-[0-9a-f]{40}-1x1-png$/)
  const article = await client.fetch<{author: object}>('*[_id == "a"][0]')
  expect(article.author).toEqual({_type: 'reference', _ref: 'p'})

  const outputPath = join(folder, 'out.tar.gz')
  await exportDataset({client, dataset: lake.dataset, outputPath, assets: true})
  const archive = gunzipSync(readFileSync(outputPath)).toString('latin1')
  for (const part of ['data.ndjson', '"drafts.a"', 'images/']) expect(archive).toContain(part)
  await lake.close()
})

describe('a deploy token', () => {
  const lake = createLake({
    documents: [
      {_id: 'a', _type: 't', title: 'A'},
      {_id: 'drafts.a', _type: 't'},
    ],
  })
  afterAll(() => lake.close())
  const headers = {authorization: `Bearer ${lake.createToken({role: 'deploy', label: 'deployment'})}`}
  const mutate = (mutation: object): Promise<Response> =>
    lake.fetch('http://localhost/v1/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({mutations: [{createIfNotExists: {_id: 'ok', _type: 't'}}, mutation]}),
      headers,
    })

  test.each([
    [{delete: {id: 'a'}}],
    [{delete: {query: '*'}}],
    [{patch: {query: '*', set: {title: 'x'}}}],
    [{patch: {id: 'a', inc: {n: 1}}}],
    [{patch: {id: 'a', insert: {after: 'list[-1]', items: [1]}}}],
    [{patch: {id: 'a', diffMatchPatch: {title: '@@ -1 +1 @@\n-A\n+B\n'}}}],
    [{create: {_id: '_.releases.r1', _type: 'system.release'}}],
    [{createOrReplace: {_id: '_.groups.public', _type: 'system.group'}}],
    [{patch: {id: '_.releases.r1', set: {state: 'published'}}}],
  ])('may not %j, and nothing of such a transaction happens', async (mutation) => {
    const response = await mutate(mutation)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      message: expect.stringContaining('Mutation 1: the role deploy'),
    })
    const found = await lake.fetch('http://localhost/v1/data/doc/production/ok', {headers})
    expect(await found.json()).toMatchObject({documents: []})
  })

  test.each([
    ['GET', '/data/listen/production?query=*'],
    ['GET', '/data/live/events/production'],
    ['GET', '/data/history/production/transactions/a'],
    ['GET', '/data/history/production/documents/a?lastRevision=true'],
    ['POST', '/data/actions/production'],
    ['GET', '/users/somebody'],
    ['GET', '/projects/spine/users'],
    ['GET', '/users/me/keyvalue'],
    ['POST', '/comments/production/setup'],
    ['PUT', '/datasets/other'],
    ['DELETE', '/datasets/production'],
    ['GET', '/hooks/projects/spine'],
    ['GET', '/access/project/spine/robots'],
    ['GET', '/data/query/production?query=*&explain=true'],
  ])('%s %s is refused', async (method, path) => {
    const init = method === 'GET' ? {headers} : {method, body: '{}', headers}
    const response = await lake.fetch(`http://localhost/v2025-02-19${path}`, init)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({message: expect.stringContaining('this token has "deploy"')})
  })

  test('is told who it is, and nothing of others', async () => {
    const me = await lake.fetch('http://localhost/v1/users/me', {headers})
    expect(await me.json()).toMatchObject({role: 'deploy', name: 'deployment'})
    const project = await lake.fetch('http://localhost/v1/projects/spine', {headers})
    expect(await project.json()).toMatchObject({members: []})
  })
})

// What a viewer may send: settings of its own, and what changes nothing.
const HARMLESS = [
  'PUT /:version/users/me/keyvalue',
  'POST /:version/auth/logout',
  'POST /:version/intake/batch',
]

describe('a viewer', () => {
  const lake = createLake({
    documents: [
      {_id: 'a', _type: 't', title: 'A'},
      {_id: 'drafts.a', _type: 't', title: 'B'},
    ],
  })
  afterAll(() => lake.close())
  const headersOf = (role: 'viewer' | 'administrator') => ({
    authorization: `Bearer ${lake.createToken({role, label: role})}`,
    'content-type': 'application/json',
  })
  const viewer = headersOf('viewer')
  const administrator = headersOf('administrator')

  async function state(): Promise<string[]> {
    const paths = [
      '/data/export/production',
      '/data/history/production/transactions/a,drafts.a',
      '/datasets',
      '/hooks/projects/spine',
      '/projects/spine/users',
    ]
    return Promise.all(
      paths.map(async (path) => {
        const response = await lake.fetch(`http://localhost/v2025-02-19${path}`, {headers: administrator})
        return response.text()
      }),
    )
  }

  const writes = Object.keys(ROUTE_PERMISSIONS).filter(
    (route) =>
      !route.startsWith('GET') &&
      !route.includes('/data/query/') &&
      !route.includes('/auth/login/') &&
      !route.startsWith('POST /assets/') &&
      !HARMLESS.includes(route),
  )
  test.each(writes)('%s is refused and changes nothing', async (route) => {
    const before = await state()
    const [method = '', pattern = ''] = route.split(' ')
    const path = pattern
      .replace(':version', 'v2025-02-19')
      .replace(':dataset', 'production')
      .replace(/:project\b/, 'spine')
      .replaceAll(/:\w+/g, 'a')
    const response = await lake.fetch(`http://localhost${path}?visibility=sync`, {
      method,
      headers: viewer,
      body: JSON.stringify({
        mutations: [{createOrReplace: {_id: 'a', _type: 't', title: 'changed'}}],
        actions: [{actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'a'}],
        aclMode: 'private',
        targetDataset: 'copy',
      }),
    })
    expect(response.status).toBe(403)
    expect(await state()).toEqual(before)
  })

  test('keeps settings of its own alone', async () => {
    const body = '[{"key": "columns", "value": 3}]'
    const put = await lake.fetch('http://localhost/v1/users/me/keyvalue', {
      method: 'PUT',
      body,
      headers: viewer,
    })
    expect(put.status).toBe(200)
    const other = await lake.fetch('http://localhost/v1/users/me/keyvalue', {headers: administrator})
    expect(await other.json()).toEqual([])
  })

  test('is told that it may only read', async () => {
    const acl = await lake.fetch('http://localhost/v1/projects/spine/datasets/production/acl', {
      headers: viewer,
    })
    expect(await acl.json()).toEqual([{filter: '_id in path("**")', permissions: ['read', 'history']}])
  })
})
