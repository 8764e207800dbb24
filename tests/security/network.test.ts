import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createLake} from '@spine-center/lake'
import {afterAll, describe, expect, test} from 'vitest'
import {assembleLake} from '../../packages/lake/src/assembleLake.ts'
import {Arguments} from '../../packages/lake/src/cli/Arguments.ts'
import {startCommand} from '../../packages/lake/src/cli/startCommand.ts'
import {startLakeProcess} from '../faults/lakeProcess.ts'

const STUDIO = 'http://localhost:3333'
const LOGIN = `http://localhost:3900/v1/auth/login/local?origin=${STUDIO}`

describe('pages', () => {
  const lake = createLake({
    allowedOrigins: ['https://studio.example.org'],
    documents: [{_id: 'a', _type: 't', title: 'public'}],
  })
  afterAll(() => lake.close())
  const ask = (path: string, origin: string, init: RequestInit = {}): Promise<Response> =>
    lake.fetch(`http://localhost/v2025-02-19${path}`, {...init, headers: {origin}})

  test.each([
    'https://evil.example.org',
    'https://studio.example.org.evil.org',
    'http://studio.example.org',
    'https://studio.example.org:444',
    'https://evil.org/https://studio.example.org',
    'null',
    'file://',
    'chrome-extension://abc',
    '*',
    'http://localhost.evil.org',
    'http://127.0.0.1.evil.org',
  ])('of %s make the lake do nothing and learn nothing', async (origin) => {
    for (const [path, init] of [
      ['/data/query/production?query=*', {}],
      ['/data/query/production', {method: 'POST', body: '{"query": "*"}'}],
      ['/data/listen/production?query=*', {}],
      ['/data/mutate/production', {method: 'POST', body: '{"mutations": []}'}],
      ['/auth/fetch?sid=x', {}],
      ['/auth/login/local', {method: 'POST', body: 'form=x'}],
      ['/data/query/production', {method: 'OPTIONS'}],
    ] as const) {
      const response = await ask(path, origin, init)
      expect({
        path,
        status: response.status,
        allowed: response.headers.get('access-control-allow-origin'),
      }).toEqual({path, status: 403, allowed: null})
      expect(await response.text()).not.toContain('public')
    }
    const cors = await ask('/check/cors', origin)
    expect(await cors.json()).toEqual({result: {allowed: false, withCredentials: false}})
    expect(cors.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test.each(['https://studio.example.org', STUDIO, 'http://spine.localhost:3900'])(
    'of %s may read, with credentials',
    async (origin) => {
      const response = await ask('/data/query/production?query=*', origin)
      expect(response.status).toBe(200)
      expect(response.headers.get('access-control-allow-origin')).toBe(origin)
      expect(response.headers.get('access-control-allow-credentials')).toBe('true')
      expect(response.headers.get('vary')).toContain('Origin')
      expect(await (await ask('/check/cors', origin)).json()).toEqual({
        result: {allowed: true, withCredentials: true},
      })
    },
  )

  test('no answer allows every origin', async () => {
    for (const path of ['/ping', '/features', '/users/me', '/data/export/production', '/nothing']) {
      const response = await lake.fetch(`http://localhost/v1${path}`)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-site')
    }
  })
})

describe('a lake that other machines reach', () => {
  const {lake} = assembleLake({allowedHosts: ['lake.example.org']}, {isLocal: false})
  afterAll(() => lake.close())

  test('has no login that takes one at one’s word', async () => {
    const response = await lake.fetch(LOGIN)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('only on the machine that the lake runs on')
  })

  test('has none either when pages of this machine are allowed', async () => {
    const open = assembleLake({allowLoopback: true}, {isLocal: false})
    expect((await open.lake.fetch(LOGIN)).status).toBe(403)
    open.lake.close()
  })

  test('knows no page that was not named', async () => {
    const response = await lake.fetch('http://lake.example.org/v1/ping', {headers: {origin: STUDIO}})
    expect(response.status).toBe(403)
  })
})

test('a lake that is told to have no login has none, and offers none', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-login-'))
  for (const [environment, status, offered] of [
    [{}, 200, 1],
    [{LAKE_LOGIN: 'on'}, 200, 1],
    [{LAKE_LOGIN: 'off'}, 403, 0],
  ] as const) {
    const lake = await startLakeProcess(dataDir, environment)
    expect((await fetch(`${lake.url}/v1/auth/login/local?origin=${STUDIO}`)).status).toBe(status)
    const {providers} = Object(await (await fetch(`${lake.url}/v1/auth/providers`)).json())
    expect(providers).toHaveLength(offered)
    await lake.stop()
  }
  expect(new Arguments(['--no-login'], startCommand, {LAKE_LOGIN: 'on'}).flag('login')).toBe(false)
  rmSync(dataDir, {recursive: true})
})

test('a lake that is started as private is private, whatever it was before', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-private-'))
  const statuses: number[] = []
  for (const options of [{}, {aclMode: 'private'}, {}] as const) {
    const lake = createLake({dataDir, ...options})
    statuses.push((await lake.fetch('http://localhost/v1/data/query/production?query=*')).status)
    lake.close()
  }
  expect(statuses).toEqual([200, 401, 401])
  rmSync(dataDir, {recursive: true})
})
