import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createLake, startLake} from '@spine-center/lake'
import type {RunningLake} from '@spine-center/lake'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runCommand} from '../../packages/lake/src/cli/runCommand.ts'
import {readEvents} from '../conformance/readEvents.ts'

let folder = ''
let lake: RunningLake
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lake-revoke-'))
  lake = await startLake({dataDir: folder, port: 0, documents: [{_id: 'a', _type: 't'}]})
})
afterEach(async () => {
  await lake.close()
  rmSync(folder, {recursive: true})
})

// The command of another process, which only shares the folder.
async function command(...args: string[]): Promise<string> {
  let text = ''
  const out = (line: string): void => void (text += `${line}\n`)
  expect(await runCommand(args, {DATA_DIR: folder}, {out, error: out})).toBe(0)
  return text.trim()
}

async function revokeOnly(): Promise<void> {
  const [id = ''] = (await command('token', 'list')).split(' ')
  await command('token', 'revoke', id)
}

async function ended(events: ReturnType<typeof readEvents>): Promise<string> {
  for (;;) {
    const outcome = await events.next().then(
      ({event}) => event,
      (error: unknown) => String(error),
    )
    if (outcome.includes('Error')) return outcome
  }
}

test.each(['/data/listen/production?query=*', '/data/live/events/production'])(
  'a revoked token ends its streams: %s',
  async (path) => {
    const token = await command('token', 'create', '--role', 'viewer')
    const headers = {authorization: `Bearer ${token}`}
    const mine = readEvents(await fetch(`${lake.url}/v2025-02-19${path}`, {headers}))
    const others = readEvents(await fetch(`${lake.url}/v2025-02-19${path}`))
    await Promise.all([mine.next(), others.next()])
    await revokeOnly()
    expect(await ended(mine)).toMatch(/stream has ended|terminated/)
    expect((await fetch(`${lake.url}/v1/auth/id`, {headers})).status).toBe(401)
    const editor = lake.createToken({role: 'editor', label: 'writes'})
    await fetch(`${lake.url}/v1/data/mutate/production`, {
      method: 'POST',
      body: '{"mutations": [{"create": {"_id": "b", "_type": "t"}}]}',
      headers: {authorization: `Bearer ${editor}`},
    })
    // The stream of somebody else goes on.
    expect((await others.next()).event).toMatch(/mutation|message/)
    others.close()
  },
)

test('a revoked token ends its presence socket', async () => {
  const token = await command('token', 'create', '--role', 'editor')
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production`)
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener('close', ({code}) => resolve(code))
  })
  await new Promise<void>((resolve) => {
    socket.addEventListener('message', () => resolve(), {once: true})
    socket.addEventListener('open', () =>
      socket.send(
        JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'authorization',
          params: {authorization: `Bearer ${token}`},
        }),
      ),
    )
  })
  await revokeOnly()
  expect(await closed).toBe(4001)
})

test('a ticket for a stream is worth no more than the token it was given for', async () => {
  const token = await command('token', 'create', '--role', 'viewer')
  const redirect = await fetch(`${lake.url}/v2025-02-19/data/listen/production?query=*`, {
    headers: {origin: 'http://localhost:3333', authorization: `Bearer ${token}`},
    redirect: 'manual',
  })
  await revokeOnly()
  const stream = await lake.fetch(redirect.headers.get('location') ?? '', {headers: {origin: 'null'}})
  expect(stream.status).toBe(401)
})

test('a dataset that becomes private ends the streams of those without a token', async () => {
  const events = readEvents(await fetch(`${lake.url}/v2025-02-19/data/listen/production?query=*`))
  await events.next()
  const administrator = lake.createToken({role: 'administrator', label: 'closes it'})
  await fetch(`${lake.url}/v2025-02-19/datasets/production`, {
    method: 'PATCH',
    body: '{"aclMode": "private"}',
    headers: {authorization: `Bearer ${administrator}`, 'content-type': 'application/json'},
  })
  expect(await ended(events)).toMatch(/stream has ended|terminated/)
  expect((await fetch(`${lake.url}/v2025-02-19/data/query/production?query=*`)).status).toBe(401)
})

test('a token that runs out stands for nobody from then on', async () => {
  const clock = {now: new Date('2026-01-01T00:00:00Z')}
  const other = createLake({clock: () => clock.now})
  const expiresAt = new Date('2026-01-02T00:00:00Z')
  const headers = {authorization: `Bearer ${other.createToken({role: 'viewer', label: 'short', expiresAt})}`}
  const status = async (): Promise<number> =>
    (await other.fetch('http://localhost/v1/auth/id', {headers})).status
  expect(await status()).toBe(200)
  clock.now = new Date('2026-01-01T23:59:59Z')
  expect(await status()).toBe(200)
  clock.now = expiresAt
  expect(await status()).toBe(401)
  other.close()
})

test.each([
  'data/query/production?query=*',
  'data/doc/production/a',
  'data/listen/production?query=*',
  'data/live/events/production',
  'data/export/production',
  'users/a',
])('a token that stands for nobody is refused, not taken for none: %s', async (path) => {
  const headers = {authorization: 'Bearer skOfAnotherLake'}
  const response = await fetch(`${lake.url}/v2025-02-19/${path}`, {headers})
  expect(response.status).toBe(401)
  expect(await response.text()).toMatch(/stands for nobody here/)
})

test('who holds a token from before can still sign in and out', async () => {
  const headers = {authorization: 'Bearer skFromBefore'}
  const ask = async (path: string, method = 'GET') => fetch(`${lake.url}/v1/${path}`, {method, headers})
  expect((await ask('auth/providers')).status).toBe(200)
  expect((await ask('auth/logout', 'POST')).status).toBe(200)
  expect((await ask('ping')).status).toBe(200)
})
