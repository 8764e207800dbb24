import {once} from 'node:events'
import {connect as connectHttp2} from 'node:http2'
import type {ClientHttp2Session} from 'node:http2'
import {connect} from 'node:net'
import type {Socket} from 'node:net'
import {startLake} from '@spine-center/lake'
import type {LakeOptions, RunningLake} from '@spine-center/lake'
import {afterEach, describe, expect, test} from 'vitest'
import {createCertificate} from '../conformance/createCertificate.ts'

// More than the system keeps of what nobody reads.
const TEXT = 'x'.repeat(50_000)
const documents = Array.from({length: 400}, (_, n) => ({_id: `d${n}`, _type: 'note', text: TEXT}))
const LARGE = '/v2025-02-19/data/query/production?query=*'

const opened: {close(): unknown}[] = []
afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close()
})

async function start(limits: NonNullable<LakeOptions['limits']>, secure = false): Promise<RunningLake> {
  const tls = secure ? {tls: await createCertificate()} : {}
  const lake = await startLake({port: 0, limits, documents, ...tls})
  opened.push(lake)
  return lake
}

/** Asks, and takes no more than the beginning of what comes back: resolves when that is there. */
async function askDeaf(port: number, path: string): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  opened.push({close: () => socket.destroy()})
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  // Whoever listens for this has Node read as much as its buffer holds, and nothing more until it is taken from there.
  await once(socket, 'readable')
}

const closed = (emitter: ClientHttp2Session | Socket) =>
  new Promise<boolean>((resolve) => {
    emitter.once('close', () => resolve(true))
    setTimeout(() => resolve(false), 60_000).unref()
  })

async function openSecure(limits: NonNullable<LakeOptions['limits']>) {
  const lake = await start(limits, true)
  const session = connectHttp2(lake.url, {rejectUnauthorized: false}).on('error', () => undefined)
  opened.push(session)
  return {lake, session}
}

async function statusOf(lake: RunningLake, path: string): Promise<number> {
  const response = await fetch(`${lake.url}${path}`)
  await response.body?.cancel()
  return response.status
}

test('answers that nobody takes wait within one bound for all, and not for ever', async () => {
  const lake = await start({maxUnreadBytes: 50_000_000, idleTimeoutMs: 5_000})
  // The answer is at hand from now on.
  await (await fetch(`${lake.url}${LARGE}`)).text()
  for (let n = 0; n < 4; n += 1) await askDeaf(lake.port, LARGE)
  const refused = await fetch(`${lake.url}${LARGE}`)
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('--max-unread-bytes')
  expect(await statusOf(lake, '/v1/ping')).toBe(200)
  // Whoever takes nothing is let go, and what waited for them with them. Node gives a second time to who has taken something.
  await expect.poll(() => statusOf(lake, LARGE), {interval: 500}).toBe(200)
})

test('exports that nobody reads are so many at once, half of them for one client', async () => {
  const lake = await start({maxExports: 4, idleTimeoutMs: 3_000})
  const path = '/v2025-02-19/data/export/production'
  for (let n = 0; n < 2; n += 1) await askDeaf(lake.port, path)
  const refused = await fetch(`${lake.url}${path}`)
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('--max-exports')
  await expect.poll(() => statusOf(lake, path), {interval: 500}).toBe(200)
})

test('who sends no token may send no large body', async () => {
  const lake = await start({maxAnonymousBodyBytes: 10_000})
  const send = (headers: Record<string, string>) =>
    fetch(`${lake.url}/v2025-02-19/data/query/production`, {
      method: 'POST',
      body: JSON.stringify({query: '*[_id == $id]._id', params: {id: 'd1', more: 'x'.repeat(20_000)}}),
      headers,
    })
  const refused = await send({})
  expect(refused.status).toBe(413)
  expect(await refused.text()).toContain('--max-anonymous-body-bytes')
  const token = lake.createToken({role: 'viewer', label: 'test'})
  expect((await send({authorization: `Bearer ${token}`})).status).toBe(200)
})

describe('over TLS with HTTP/2', () => {
  test('a body that never ends is ended', async () => {
    const {session} = await openSecure({requestTimeoutMs: 500})
    const request = session.request({':method': 'POST', ':path': '/v1/data/query/production'})
    request.on('error', () => undefined).write('{"query":')
    const status = await new Promise((resolve) => {
      request.once('response', (headers) => resolve(headers[':status']))
      request.once('close', () => resolve('closed'))
    })
    expect(status).toBe(408)
    // Others on the same connection go on.
    const ping = session.request({':path': '/v1/ping'})
    expect(
      await new Promise((resolve) => ping.once('response', (headers) => resolve(headers[':status']))),
    ).toBe(200)
  })

  test('a connection on which nothing happens is ended', async () => {
    const {session} = await openSecure({idleTimeoutMs: 500})
    expect(await closed(session)).toBe(true)
  })

  test('a connection that never begins TLS is ended', async () => {
    const {lake} = await openSecure({headersTimeoutMs: 500})
    const socket = connect(lake.port, '127.0.0.1').on('error', () => undefined)
    expect(await closed(socket)).toBe(true)
  })
})
