import {createClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../startLake.ts'

let lake: RunningLake
beforeAll(async () => {
  lake = await startLake({port: 0})
})
afterAll(() => lake.close())

/** Signs in as a browser does: opens the page, sends its form, follows the way back, and fetches the token. */
async function signIn(name: string): Promise<string> {
  const origin = encodeURIComponent('http://localhost:3333/')
  const url = `${lake.url}/v1/auth/login/local?origin=${origin}&projectId=spine&withSid=true`
  const page = await fetch(url)
  const form = /name="form" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({form, name}),
    headers: {
      cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '',
      origin: lake.url,
      'sec-fetch-site': 'same-origin',
    },
  })
  const sid = new URL(answer.headers.get('location') ?? '').hash.slice('#sid='.length)
  const fetched: unknown = await (await fetch(`${lake.url}/v2021-06-07/auth/fetch?sid=${sid}`)).json()
  return typeof fetched === 'object' && fetched !== null && 'token' in fetched ? String(fetched.token) : ''
}

test('two people sign in, write under their own names, and see each other through the real client', async () => {
  const tokens = [await signIn('Ada'), await signIn('Bob')]
  const clients = tokens.map((token) =>
    createClient({
      projectId: lake.projectId,
      dataset: lake.dataset,
      apiVersion: '2025-02-19',
      apiHost: lake.url,
      useProjectHostname: false,
      useCdn: false,
      token,
    }),
  )
  const users = await Promise.all(clients.map((client) => client.users.getById('me')))
  expect(users).toMatchObject([
    {name: 'Ada', role: 'administrator'},
    {name: 'Bob', role: 'editor'},
  ])
  const [ada, bob] = clients
  expect(await ada?.users.getById(users[1]?.id ?? '')).toMatchObject({displayName: 'Bob'})
  expect(await bob?.create({_id: 'note', _type: 'note'})).toMatchObject({_id: 'note'})
  const project: unknown = await ada?.projects.getById('spine')
  expect(project).toMatchObject({
    members: [
      {id: users[0]?.id, isCurrentUser: true},
      {id: users[1]?.id, isCurrentUser: false},
    ],
  })
  await bob?.request({method: 'POST', url: '/auth/logout'})
  await expect(bob?.create({_id: 'late', _type: 'note'})).rejects.toMatchObject({statusCode: 401})
})
