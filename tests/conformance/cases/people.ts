import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {isRecord} from '../suite/Scope.ts'
import type {Scope} from '../suite/Scope.ts'

const STUDIO = 'Studio'
const LOGIN = 'the development login is the embedded lake’s own'
const RETURN_TO = 'http://localhost:3333/structure'

async function meOf(scope: Scope, token?: string): Promise<Record<string, unknown>> {
  const {body} = await scope.ask('/users/me', token === undefined ? {} : {token})
  return isRecord(body) ? body : {}
}

/** Opens the login page and gives what its form sends along. */
async function openLogin(
  scope: Scope,
): Promise<{html: string; form: string; cookie: string; search: string}> {
  const search = `origin=${encodeURIComponent(RETURN_TO)}&projectId=${scope.target.projectId}&withSid=true`
  const response = await scope.send(`/auth/login/local?${search}`, {token: null, version: 'v1'})
  const html = await response.text()
  const form = /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {html, form, cookie, search}
}

async function signIn(scope: Scope, name: string): Promise<string> {
  const {form, cookie, search} = await openLogin(scope)
  const response = await scope.target.fetch(`/v1/auth/login/local?${search}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {'content-type': 'application/x-www-form-urlencoded', cookie, origin: scope.target.origin},
    body: new URLSearchParams({form, name: scope.encode(name)}).toString(),
  })
  const sid = /#sid=([\w-]+)$/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
  const {body} = await scope.ask(`/auth/fetch?sid=${sid}`, {token: null})
  if (!isRecord(body) || typeof body['token'] !== 'string') throw new Error('Nobody was signed in.')
  return body['token']
}

const CASES: Case[] = [
  {
    rule: 'users/me says who asks',
    source: `${STUDIO}, createAuthStore: {id, name, email, role, roles: [{name, title}]}`,
    async run(scope) {
      expect(await meOf(scope)).toMatchObject({
        id: expect.any(String),
        name: expect.any(String),
        role: expect.any(String),
        roles: [expect.objectContaining({name: expect.any(String), title: expect.any(String)})],
      })
    },
  },
  {
    rule: 'users/me without a token is nobody',
    source: `${STUDIO}: {} or 401 mean signed out`,
    async run(scope) {
      const {status, body} = await scope.ask('/users/me', {token: null})
      expect(status === 401 || JSON.stringify(body) === '{}').toBe(true)
    },
  },
  {
    rule: 'users/me with a token that is none is refused',
    source: `${STUDIO}: 401`,
    async run(scope) {
      expect((await scope.ask('/users/me', {token: 'sk-none'})).status).toBe(401)
    },
  },
  {
    rule: 'auth/id names the id alone',
    source: `${STUDIO}, probeWorkspaceAuth: {id}`,
    embeddedOnly: 'hosted answers sessions alone',
    async run(scope) {
      const {id} = await meOf(scope)
      expect(await scope.ask('/auth/id')).toMatchObject({status: 200, body: {id}})
      expect((await scope.ask('/auth/id', {token: null})).status).toBe(401)
    },
  },
  {
    rule: 'a user by id, several as a list',
    source: `${STUDIO}, userStore: one object, or an array for several ids`,
    async run(scope) {
      const {id} = await meOf(scope)
      expect(await scope.ask(`/users/${String(id)}`)).toMatchObject({
        status: 200,
        body: {id, displayName: expect.any(String)},
      })
      expect(await scope.ask(`/users/${String(id)},${String(id)}`)).toMatchObject({body: [{id}, {id}]})
    },
  },
  {
    rule: 'the client asks for users',
    source: '@sanity/client: users.getById',
    async run(scope) {
      const {id} = await meOf(scope)
      expect(await scope.client().users.getById('me')).toMatchObject({id})
    },
  },
  {
    rule: 'the project has its members',
    source: `${STUDIO}, projectStore: members [{id, roles, isRobot}]`,
    embeddedOnly: 'hosted projects have members of their own',
    async run(scope) {
      const id = (await meOf(scope, await signIn(scope, '~Ann')))['id']
      const {body} = await scope.ask('/projects/:project')
      expect(body).toMatchObject({
        members: expect.arrayContaining([expect.objectContaining({id, isRobot: false})]),
      })
    },
  },
  {
    rule: 'the project has roles',
    source: `${STUDIO}, RequestPermissionDialog: [{name, title}]`,
    embeddedOnly: 'hosted tokens may not read them',
    async run(scope) {
      const {body} = await scope.ask('/projects/:project/roles')
      expect(body).toEqual(
        expect.arrayContaining([expect.objectContaining({name: 'editor', title: 'Editor'})]),
      )
    },
  },
  {
    rule: 'key-values are kept for each person',
    source: `${STUDIO}, serverStorage: PUT [{key, value}], GET /:keys`,
    async run(scope) {
      const pairs = [
        {key: '~one', value: {a: [1, 2]}},
        {key: '~two', value: 'text'},
      ]
      expect((await scope.ask('/users/me/keyvalue', {method: 'PUT', body: pairs})).status).toBe(200)
      const {body} = await scope.ask('/users/me/keyvalue/~one,~two,~none')
      expect(body).toEqual(expect.arrayContaining(pairs.map((pair) => expect.objectContaining(pair))))
      expect(JSON.stringify(body)).not.toContain('~none')
    },
  },
  {
    rule: 'key-values are replaced',
    source: `${STUDIO}, serverStorage`,
    async run(scope) {
      await scope.ask('/users/me/keyvalue', {method: 'PUT', body: [{key: '~k', value: 1}]})
      await scope.ask('/users/me/keyvalue', {method: 'PUT', body: [{key: '~k', value: 2}]})
      expect(await scope.ask('/users/me/keyvalue/~k')).toMatchObject({body: [{key: '~k', value: 2}]})
    },
  },
  {
    rule: 'key-values of others are not seen',
    source: 'users/me is oneself',
    embeddedOnly: LOGIN,
    async run(scope) {
      await scope.ask('/users/me/keyvalue', {method: 'PUT', body: [{key: '~mine', value: 1}]})
      const token = await signIn(scope, '~Other')
      expect(await scope.ask('/users/me/keyvalue/~mine', {token})).toMatchObject({status: 200, body: []})
      expect((await scope.ask('/users/me/keyvalue', {token: null})).status).toBe(401)
    },
  },
  {
    rule: 'there is one way to sign in',
    source: `${STUDIO}, createLoginComponent: {providers: [{name, title, url}]}`,
    embeddedOnly: LOGIN,
    async run(scope) {
      expect(await scope.ask('/auth/providers', {token: null})).toMatchObject({
        body: {
          providers: [
            {name: 'local', title: expect.any(String), url: expect.stringMatching(/\/auth\/login\/local$/)},
          ],
        },
      })
    },
  },
  {
    rule: 'the login page asks who one is',
    source: LOGIN,
    embeddedOnly: LOGIN,
    async run(scope) {
      const {html, form, cookie} = await openLogin(scope)
      expect(html).toContain('Who are you?')
      expect(form).not.toBe('')
      expect(cookie).not.toBe('')
    },
  },
  {
    rule: 'who signs in becomes a person with a session',
    source: `${STUDIO}: <origin>#sid=…, then GET /auth/fetch?sid= gives {token}`,
    embeddedOnly: LOGIN,
    async run(scope) {
      const token = await signIn(scope, '~Ada')
      expect(await meOf(scope, token)).toMatchObject({name: '~Ada', provider: 'local'})
      await scope.given({_id: '~a', _type: '~t'})
      expect(await scope.ask('/data/doc/:dataset/~a', {token})).toMatchObject({
        body: {documents: [{_id: '~a'}]},
      })
    },
  },
  {
    rule: 'a sid is good once',
    source: `${STUDIO}: the sid is exchanged for a token`,
    embeddedOnly: LOGIN,
    async run(scope) {
      expect((await scope.ask('/auth/fetch?sid=none', {token: null})).status).toBe(401)
    },
  },
  {
    rule: 'signing out ends the session',
    source: `${STUDIO}: POST /auth/logout`,
    embeddedOnly: LOGIN,
    async run(scope) {
      const token = await signIn(scope, '~Bob')
      expect((await scope.ask('/auth/logout', {method: 'POST', token})).status).toBe(200)
      expect((await scope.ask('/users/me', {token})).status).toBe(401)
    },
  },
  {
    rule: 'the login leads back to pages of this machine alone',
    source: 'a session may not be sent to strangers',
    embeddedOnly: LOGIN,
    async run(scope) {
      const {status} = await scope.ask('/auth/login/local?origin=https%3A%2F%2Fevil.example', {token: null})
      expect(status).toBe(400)
    },
  },
  {
    rule: 'what a person does bears their id',
    source: '@sanity/types, TransactionLogEvent: author',
    embeddedOnly: LOGIN,
    async run(scope) {
      const token = await signIn(scope, '~Eve')
      const {id} = await meOf(scope, token)
      await scope.ask('/data/mutate/:dataset', {
        token,
        body: {mutations: [{create: {_id: '~a', _type: '~t'}}]},
      })
      const {body} = await scope.ask('/data/history/:dataset/transactions/~a?excludeContent=true')
      expect(JSON.parse(String(body))).toMatchObject({author: id})
    },
  },
]

/** Who asks, who others are, and what is remembered for each. */
export const people: Subject = {subject: 'people', cases: CASES}
