import {DatabaseSync} from 'node:sqlite'
import {describe, expect, test} from 'vitest'
import type {Viewer} from '../access/Viewer.ts'
import {completeLimits} from '../LakeLimits.ts'
import {createPeople} from './createPeople.ts'
import {createPeopleRoutes, listProjectMembers, type PeopleRoutesOptions} from './createPeopleRoutes.ts'

const studio = 'http://localhost:3333'
const login = `http://spine.localhost:3900/auth/login/local?origin=${encodeURIComponent(`${studio}/structure`)}&projectId=spine&withSid=true`

function setUp(options: Partial<PeopleRoutesOptions> = {}) {
  const time = {now: Date.parse('2026-01-01T00:00:00Z')}
  const clock = () => new Date((time.now += 1))
  const people = createPeople({database: new DatabaseSync(':memory:'), clock, limits: completeLimits()})
  const robot = {id: 'robot-1', label: 'Importer', role: 'editor', createdAt: '2026-01-01T00:00:00Z'} as const
  const identify = (request: Request): Viewer => {
    const token = request.headers.get('authorization')?.slice(7) ?? ''
    if (token === 'robot') return {kind: 'member', userId: robot.id, role: robot.role}
    return people.identify(token) ?? {kind: 'anonymous'}
  }
  const app = createPeopleRoutes({
    people,
    clock,
    limits: completeLimits(),
    projectId: 'spine',
    identify,
    findRobot: (id) => (id === robot.id ? robot : undefined),
    isOriginAllowed: (origin) => origin === studio,
    hasLogin: true,
    ...options,
  })
  const get = (path: string, token?: string) =>
    app.request(
      `http://spine.localhost:3900${path}`,
      token === undefined ? {} : {headers: {authorization: `Bearer ${token}`}},
    )
  return {app, people, time, get}
}

type App = ReturnType<typeof setUp>['app']

async function openForm(app: App, url = login) {
  const page = await app.request(url)
  const html = await page.text()
  const secret = /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {page, html, secret, cookie}
}

function send(app: App, fields: Record<string, string>, headers: Record<string, string> = {}, url = login) {
  return app.request(url, {method: 'POST', body: new URLSearchParams(fields), headers})
}

async function signIn(app: App, fields: Record<string, string>) {
  const {secret, cookie} = await openForm(app)
  return send(
    app,
    {form: secret, ...fields},
    {cookie, origin: 'http://spine.localhost:3900', 'sec-fetch-site': 'same-origin'},
  )
}

async function readToken(app: App, response: Response): Promise<string> {
  const sid = new URL(response.headers.get('location') ?? '').hash.slice('#sid='.length)
  const answer: unknown = await (
    await app.request(`http://spine.localhost:3900/auth/fetch?sid=${sid}`)
  ).json()
  return typeof answer === 'object' && answer !== null && 'token' in answer ? String(answer.token) : ''
}

describe('development login', () => {
  test('asks who you are, makes the first one administrator, and leads back with a sid that becomes a token once', async () => {
    const {app, people, get} = setUp()
    const {page, html} = await openForm(app)
    expect(page.status).toBe(200)
    expect(html).toContain('Become administrator')
    expect(html).toContain('localhost:3333')
    const response = await signIn(app, {name: 'Ada', email: ''})
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toMatch(/^http:\/\/localhost:3333\/structure#sid=[\w-]{32}$/)
    const token = await readToken(app, response)
    const [ada] = people.list()
    expect(await (await get('/users/me', token)).json()).toEqual({
      id: ada?.id,
      name: 'Ada',
      email: '',
      role: 'administrator',
      roles: [{name: 'administrator', title: 'Administrator'}],
      provider: 'local',
      profileImage: null,
    })
    expect(await readToken(app, response)).toBe('')
  })

  test('offers those it knows', async () => {
    const {app, people} = setUp()
    const ada = people.create({name: 'Ada <b>&"\''})
    const {html} = await openForm(app)
    expect(html).toContain('Ada &lt;b&gt;&amp;&quot;&#39;')
    expect(html).not.toContain('<b>')
    const token = await readToken(app, await signIn(app, {user: ada.id}))
    expect(people.identify(token)).toMatchObject({userId: ada.id})
    expect(people.list()).toHaveLength(1)
  })

  test('says what is wrong with an answer, on the page', async () => {
    const {app, people} = setUp()
    people.create({name: 'Ada'})
    for (const [fields, message] of [
      [{name: 'Ada'}, 'there already'],
      [{name: ''}, 'needs a name'],
      [{user: 'p0'}, 'not there any more'],
    ] as const) {
      const response = await signIn(app, fields)
      expect(response.status).toBe(400)
      expect(await response.text()).toContain(message)
    }
  })

  test.each([
    'https://evil.example',
    'http://localhost:3333.evil.example',
    'http://localhost:3333@evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/structure',
    '',
  ])('never leads back to "%s"', async (origin) => {
    const {app} = setUp()
    const url = `http://spine.localhost:3900/auth/login/local?origin=${encodeURIComponent(origin)}`
    const page = await app.request(url)
    expect(page.status).toBe(400)
    expect(page.headers.get('location')).toBeNull()
    const {secret, cookie} = await openForm(app)
    const answer = await send(app, {form: secret, name: 'Ada'}, {cookie}, url)
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
  })

  test('drops what could confuse the way back', async () => {
    const {app} = setUp()
    const url = `http://spine.localhost:3900/auth/login/local?origin=${encodeURIComponent(`http://user:pass@localhost:3333/a?b=c#sid=evil`)}`
    const {secret, cookie} = await openForm(app, url)
    const response = await send(app, {form: secret, name: 'Ada'}, {cookie}, url)
    expect(response.headers.get('location')).toMatch(/^http:\/\/localhost:3333\/a\?b=c#sid=[\w-]{32}$/)
  })

  test('a form of another page signs nobody in', async () => {
    const {app, people} = setUp()
    const {secret, cookie} = await openForm(app)
    const fields = {form: secret, name: 'Mallory'}
    expect((await send(app, fields, {cookie, 'sec-fetch-site': 'cross-site'})).status).toBe(403)
    expect((await send(app, fields, {cookie, 'sec-fetch-site': 'same-site'})).status).toBe(403)
    expect((await send(app, fields, {cookie, origin: 'https://evil.example'})).status).toBe(403)
    expect((await send(app, fields, {cookie, origin: 'null'})).status).toBe(403)
    expect((await send(app, fields, {})).status).toBe(400)
    expect((await send(app, {name: 'Mallory'}, {cookie})).status).toBe(400)
    expect((await send(app, {form: 'guess', name: 'Mallory'}, {cookie})).status).toBe(400)
    expect(people.list()).toEqual([])
  })

  test('a form is good once, and not for ever', async () => {
    const {app, people, time} = setUp()
    const {secret, cookie} = await openForm(app)
    expect((await send(app, {form: secret, name: 'Ada'}, {cookie})).status).toBe(302)
    expect((await send(app, {form: secret, name: 'Bob'}, {cookie})).status).toBe(400)
    const second = await openForm(app)
    time.now += 3_600_000
    expect((await send(app, {form: second.secret, name: 'Bob'}, {cookie: second.cookie})).status).toBe(400)
    const late = await signIn(app, {name: 'Late'})
    time.now += 61_000
    expect(await readToken(app, late)).toBe('')
    expect(people.list()).toHaveLength(2)
  })

  test('the page cannot be framed, runs no script, and sends its form only here and back', async () => {
    const {page} = await openForm(setUp().app)
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http://localhost:3333; frame-ancestors 'none'; base-uri 'none'",
    )
    expect(page.headers.get('x-frame-options')).toBe('DENY')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  })

  test('is only for this machine', async () => {
    const {app} = setUp()
    expect((await app.request(login.replace('spine.localhost', 'lake.example.org'))).status).toBe(403)
    expect((await app.request(login.replace('spine.localhost', 'localhost.evil.example'))).status).toBe(403)
    expect((await setUp({hasLogin: false}).app.request(login)).status).toBe(403)
    expect((await app.request(login.replace('spine.localhost', '127.0.0.1'))).status).toBe(200)
  })

  test.each([
    ['Forwarded', 'for=192.0.2.60'],
    ['Via', '1.1 proxy'],
    ['X-Real-IP', '192.0.2.60'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Forwarded-Host', 'lake.example.org'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Server', 'proxy'],
  ])('is not for what a proxy passes on with %s', async (name, value) => {
    const {app} = setUp()
    expect((await app.request(login, {headers: {[name]: value}})).status).toBe(403)
    const {secret, cookie} = await openForm(app)
    const answer = await send(app, {form: secret, name: 'Eve'}, {cookie, [name]: value})
    expect(answer.status).toBe(403)
  })
})

describe('who is who', () => {
  test('signed out is no error for the Studio, a wrong token is', async () => {
    const {get} = setUp()
    expect(await (await get('/users/me')).json()).toEqual({})
    const wrong = await get('/users/me', 'wrong')
    expect([wrong.status, await wrong.json()]).toMatchObject([401, {statusCode: 401, error: 'Unauthorized'}])
    expect((await get('/auth/id')).status).toBe(401)
  })

  test('signing out ends the session', async () => {
    const {app, people, get} = setUp()
    const token = people.createSession(people.create({name: 'Ada'}).id)
    expect(await (await get('/auth/id', token)).json()).toEqual({id: people.list()[0]?.id})
    await app.request('http://localhost:3900/auth/logout', {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`},
    })
    expect((await get('/auth/id', token)).status).toBe(401)
  })

  test('providers lead to the login of this host', async () => {
    expect(await (await setUp().get('/auth/providers')).json()).toEqual({
      providers: [
        {name: 'local', title: 'This machine', url: 'http://spine.localhost:3900/v1/auth/login/local'},
      ],
      thirdPartyLogin: false,
    })
  })

  test('others are shown to those who are signed in', async () => {
    const {people, get} = setUp()
    const [ada, bob] = [people.create({name: 'Ada', email: 'a@b.c'}), people.create({name: 'Bob'})]
    const token = people.createSession(bob.id)
    expect(await (await get(`/users/${ada.id}`, token)).json()).toMatchObject({
      id: ada.id,
      displayName: 'Ada',
      email: 'a@b.c',
      imageUrl: null,
    })
    expect(await (await get(`/users/${ada.id},nobody,robot-1`, token)).json()).toMatchObject([
      {displayName: 'Ada'},
      {displayName: 'Importer'},
    ])
    expect((await get('/users/nobody', token)).status).toBe(404)
    expect((await get(`/users/${ada.id}`)).status).toBe(401)
    expect(await (await get('/projects/spine/users', token)).json()).toMatchObject([
      {displayName: 'Ada'},
      {displayName: 'Bob'},
    ])
    expect((await get('/projects/other/users', token)).status).toBe(404)
    expect(await (await get('/projects/spine/roles', token)).json()).toHaveLength(4)
    expect(await (await get('/users/me', 'robot')).json()).toMatchObject({
      id: 'robot-1',
      name: 'Importer',
      provider: 'sanity-token',
    })
    const robots = [{id: 'robot-1', role: 'viewer'}] as const
    const viewer = {kind: 'member', userId: bob.id, role: 'editor'} as const
    expect(listProjectMembers(people, robots, viewer)).toMatchObject([
      {id: ada.id, role: 'administrator', isCurrentUser: false, isRobot: false},
      {id: bob.id, role: 'editor', isCurrentUser: true, isRobot: false},
      {id: 'robot-1', roles: [{title: 'Viewer'}], isCurrentUser: false, isRobot: true},
    ])
  })

  test("key-values are each person's own", async () => {
    const {app, people, get} = setUp()
    const tokens = ['Ada', 'Bob'].map((name) => people.createSession(people.create({name}).id))
    const put = (token: string, body: string) =>
      app.request('http://localhost:3900/users/me/keyvalue', {
        method: 'PUT',
        body,
        headers: {authorization: `Bearer ${token}`},
      })
    const [ada = '', bob = ''] = tokens
    expect(await (await put(ada, '[{"key":"a.b","value":{"x":1}}]')).json()).toEqual([
      {key: 'a.b', value: {x: 1}},
    ])
    expect(await (await get('/users/me/keyvalue/a.b,c', ada)).json()).toEqual([{key: 'a.b', value: {x: 1}}])
    expect(await (await get('/users/me/keyvalue', ada)).json()).toHaveLength(1)
    expect(await (await get('/users/me/keyvalue/a.b', bob)).json()).toEqual([])
    expect((await put(ada, 'no json')).status).toBe(400)
    expect((await put('wrong', '[]')).status).toBe(401)
  })
})
