import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import type {Viewer} from '../access/Viewer.ts'
import {completeLimits} from '../LakeLimits.ts'
import {attachPresence, type PresenceOptions} from './attachPresence.ts'

const tokens = new Map<string, Viewer>([
  ['ada', {kind: 'member', userId: 'p-ada', role: 'editor'}],
  ['bob', {kind: 'member', userId: 'p-bob', role: 'editor'}],
])

let server: Server
let presence: ReturnType<typeof attachPresence>
let clients: WebSocket[]

async function listen(options: Partial<PresenceOptions> = {}) {
  server = createServer()
  presence = attachPresence({
    server,
    identify: (token) => tokens.get(token),
    isHostAllowed: (hostname) => hostname === '127.0.0.1',
    isOriginAllowed: (origin) => origin === 'http://localhost:3333',
    hasDataset: (dataset) => dataset === 'production',
    limits: completeLimits(),
    checkMs: 20,
    ...options,
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
}

async function stopListening(): Promise<void> {
  presence.close()
  await new Promise((resolve) => {
    server.close(resolve)
  })
}

/** Listens anew, with hearts that beat often: whoever does not answer one before the next is taken for gone. */
async function listenWithHaste(): Promise<void> {
  await stopListening()
  await listen({heartbeatMs: 500})
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

function toUrl(path: string): string {
  const address = server.address()
  return `ws://127.0.0.1:${isAddress(address) ? address.port : 0}${path}`
}

beforeEach(async () => {
  clients = []
  await listen()
})
afterEach(async () => {
  for (const client of clients) client.terminate()
  await stopListening()
})

/** A client that keeps what it was told, and waits for what it expects. */
async function connect(token: string | null, headers: Record<string, string> = {}, dataset = 'production') {
  const socket = new WebSocket(toUrl(`/v2022-06-30/socket/${dataset}?tag=sanity.studio`), {headers})
  clients.push(socket)
  const messages: string[] = []
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => resolve(code))
  })
  socket.on('message', (data) => messages.push(Buffer.isBuffer(data) ? data.toString() : ''))
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  const send = (method: string, params: object = {}) => {
    socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
  }
  const wait = async (part: string): Promise<string> => {
    await expect.poll(() => messages.find((message) => message.includes(part)), {interval: 2}).toBeDefined()
    return messages.find((message) => message.includes(part)) ?? ''
  }
  if (token !== null) {
    send('authorization', {authorization: `Bearer ${token}`})
    await wait('"authorization"')
  }
  return {socket, messages, send, wait, closed}
}

async function refusal(path: string, headers: Record<string, string> = {}): Promise<string> {
  const socket = new WebSocket(toUrl(path), {headers})
  return new Promise((resolve) => {
    socket.on('error', (error) => resolve(error.message))
    socket.on('open', () => resolve('open'))
  })
}

describe('presence', () => {
  test('one hears where the other is, asks, and hears when it goes', async () => {
    const [ada, bob] = [await connect('ada'), await connect('bob')]
    ada.send('presence_subscribe')
    const subscription = JSON.parse(await ada.wait('"presence_subscribe"')).result
    bob.send('presence_announce', {
      data: {sessionId: 's-bob', locations: [{type: 'document', documentId: 'a', path: []}]},
    })
    expect(JSON.parse(await ada.wait('"state"'))).toEqual({
      jsonrpc: '2.0',
      method: 'presence_subscription',
      params: {
        subscription,
        result: {
          type: 'state',
          i: 'p-bob',
          m: {sessionId: 's-bob', locations: [{type: 'document', documentId: 'a', path: []}]},
        },
      },
    })
    bob.send('presence_rollcall', {session: 's-bob'})
    expect(JSON.parse(await ada.wait('"rollCall"')).params.result).toEqual({
      type: 'rollCall',
      i: 'p-bob',
      session: 's-bob',
    })
    bob.socket.terminate()
    expect(JSON.parse(await ada.wait('"disconnect"')).params.result).toEqual({
      type: 'disconnect',
      i: 'p-bob',
      m: {session: 's-bob'},
    })
    expect(bob.messages.some((message) => message.includes('presence_subscription'))).toBe(false)
  })

  test('a session says goodbye once, and nothing comes after unsubscribing', async () => {
    const [ada, bob] = [await connect('ada'), await connect('bob')]
    ada.send('presence_subscribe')
    const subscriptionId = JSON.parse(await ada.wait('"presence_subscribe"')).result
    bob.send('presence_announce', {data: {sessionId: 's', locations: []}})
    bob.send('presence_disconnect', {session: 's'})
    await ada.wait('"disconnect"')
    bob.socket.terminate()
    await bob.closed
    ada.send('presence_unsubscribe', {subscriptionId})
    await ada.wait('"presence_unsubscribe"')
    const cleo = await connect('bob')
    cleo.send('presence_announce', {data: {sessionId: 'late', locations: []}})
    await cleo.wait('"presence_announce"')
    expect(ada.messages.filter((message) => message.includes('"disconnect"'))).toHaveLength(1)
    expect(ada.messages.some((message) => message.includes('late'))).toBe(false)
  })

  test('hearts beat', async () => {
    await listenWithHaste()
    const ada = await connect('ada')
    expect(await ada.wait('♥')).toBe('♥')
  })

  test('nothing is told, and nothing taken, without a token', async () => {
    await listenWithHaste()
    const stranger = await connect(null)
    stranger.send('presence_subscribe')
    expect(JSON.parse(await stranger.wait('"presence_subscribe"')).error).toMatchObject({code: 4001})
    stranger.send('authorization', {authorization: 'Bearer wrong'})
    expect(JSON.parse(await stranger.wait('"authorization"')).error).toMatchObject({code: 4001})
    expect(await stranger.closed).toBe(4001)
  })

  test('a token in the handshake counts as well, and a revoked one ends the connection', async () => {
    tokens.set('temporary', {kind: 'member', userId: 'p-temp', role: 'viewer'})
    const guest = await connect(null, {authorization: 'Bearer temporary'})
    guest.send('presence_subscribe')
    expect(JSON.parse(await guest.wait('"presence_subscribe"')).result).toMatch(/^[0-9a-f-]{36}$/)
    tokens.delete('temporary')
    expect(await guest.closed).toBe(4001)
    await expect.poll(() => presence.connections).toBe(0)
  })

  test.each([
    ['not json', -32_700],
    ['[]', -32_700],
    ['{"id":1,"method":"steal"}', -32_601],
    ['{"id":1,"method":"presence_announce","params":{"data":{"sessionId":1,"locations":[]}}}', -32_602],
    ['{"id":1,"method":"presence_announce","params":{"data":{"sessionId":"s","locations":"x"}}}', -32_602],
    ['{"id":1,"method":"presence_rollcall"}', -32_602],
  ])('%s is answered with an error', async (text, code) => {
    const ada = await connect('ada')
    ada.socket.send(text)
    expect(JSON.parse(await ada.wait('"error"')).error.code).toBe(code)
  })

  test('the sessions of one connection are bounded', async () => {
    const ada = await connect('ada')
    for (let i = 0; i < 65; i += 1) ada.send('presence_announce', {data: {sessionId: `s${i}`, locations: []}})
    expect(JSON.parse(await ada.wait('"error"')).error.message).toContain('64 sessions')
    expect(ada.messages.filter((message) => message.includes('"result":true'))).toHaveLength(65)
  })

  test('who floods is shown out', async () => {
    const ada = await connect('ada')
    for (let i = 0; i < 1100; i += 1) ada.send('presence_rollcall', {session: 's'})
    expect(await ada.closed).toBe(1008)
    const bob = await connect('bob')
    bob.socket.send('x'.repeat(70_000))
    expect(await bob.closed).toBe(1009)
  })

  test.each([
    ['/v1/socket/other', {}, 'open'],
    ['/v1/sockets/production', {}, '404'],
    ['/socket/production', {}, '404'],
    ['/v1/socket/production', {origin: 'https://evil.example'}, '403'],
    ['/v1/socket/production', {origin: 'null'}, '403'],
    ['/v1/socket/production', {host: 'evil.example'}, '403'],
    ['/v1/socket/production', {origin: 'http://localhost:3333'}, 'open'],
  ])('%s with %j: %s', async (path, headers, expected) => {
    expect(await refusal(path, {...headers})).toContain(expected)
  })
})

test('a dataset that does not exist is one that nobody may join', async () => {
  await listenWithHaste()
  const stranger = await connect('ada', {}, 'other')
  expect(await stranger.closed).toBe(4001)
})

test('there is a bound for connections', async () => {
  await stopListening()
  await listen({limits: completeLimits({maxPresenceConnections: 1})})
  await connect('ada')
  expect(await refusal('/v1/socket/production')).toContain('429')
})
