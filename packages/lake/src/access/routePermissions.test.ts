import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {createLakeApp} from '../http/LakeApp.ts'
import {assertRoutesDeclared} from './guardRoutes.ts'
import type {Permission} from './Permission.ts'
import {ROUTE_PERMISSIONS} from './routePermissions.ts'
import type {Role} from './Viewer.ts'

// Written out once more, by hand: the table in the source is what is tested.
const REFUSED: Record<Role | 'anonymous', readonly Permission[]> = {
  anonymous: [
    'explain',
    'self',
    'settings',
    'people',
    'presence',
    'history',
    'mutate',
    'act',
    'upload',
    'setUpComments',
    'manage',
  ],
  viewer: ['mutate', 'act', 'upload', 'setUpComments', 'manage'],
  editor: ['manage'],
  administrator: [],
  deploy: [
    'follow',
    'explain',
    'settings',
    'people',
    'presence',
    'history',
    'act',
    'setUpComments',
    'manage',
  ],
}
const ROLES = ['anonymous', 'viewer', 'editor', 'administrator', 'deploy'] as const

const SEGMENTS: Record<string, string> = {
  ':version': 'v2025-02-19',
  ':dataset': 'production',
  ':project': 'spine',
  ':projectId': 'spine',
}

// Registered along with the files of assets; only what stands beneath a version can be reached.
const REACHABLE = Object.keys(ROUTE_PERMISSIONS).filter((route) => !route.startsWith('POST /assets/'))

function fill(pattern: string): string {
  return pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? (SEGMENTS[part] ?? 'a') : part))
    .join('/')
}

describe('each role and each route', () => {
  let lake: Lake
  const tokens = new Map<string, string>()
  beforeAll(() => {
    lake = createLake({documents: [{_id: 'a', _type: 't'}]})
    for (const role of ROLES) {
      if (role !== 'anonymous') tokens.set(role, lake.createToken({role, label: role}))
    }
  })
  afterAll(() => lake.close())

  test.each(
    ROLES.flatMap((role) => REACHABLE.map((route): [(typeof ROLES)[number], string] => [role, route])),
  )('%s: %s', async (role, route) => {
    const [method = '', pattern = ''] = route.split(' ')
    const token = tokens.get(role)
    const response = await lake.fetch(`http://localhost${fill(pattern)}?query=*`, {
      method,
      ...(method === 'GET' ? {} : {body: '{"mutations": [], "actions": []}'}),
      ...(token === undefined ? {} : {headers: {authorization: `Bearer ${token}`}}),
    })
    const text = await readStart(response)
    const outcome = /needs a token|needs the role/.test(text) ? response.status : 'allowed'
    const refusal = role === 'anonymous' ? 401 : 403
    expect({role, route, outcome}).toEqual({role, route, outcome: mayCall(role, route) ? 'allowed' : refusal})
    expect(text).not.toMatch(/is not something this lake has|The lake failed/)
  })
})

function mayCall(role: (typeof ROLES)[number], route: string): boolean {
  const permission = ROUTE_PERMISSIONS[route]
  return permission !== undefined && !REFUSED[role].includes(permission)
}

// Streams of events never end by themselves.
async function readStart({body}: Response): Promise<string> {
  const reader = body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

test('a route that nobody declared stops the lake from starting', () => {
  const app = createLakeApp()
  app.get('/:version/ping', () => new Response())
  expect(() => assertRoutesDeclared(app)).not.toThrow()
  app.delete('/:version/projects/:project', () => new Response())
  expect(() => assertRoutesDeclared(app)).toThrow('DELETE /:version/projects/:project')
})
