import {connect} from 'node:net'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {startLake} from '@spine-center/lake'
import type {RunningLake} from '@spine-center/lake'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {sendRaw} from './sendRaw.ts'

let lake: RunningLake
let token = ''
let folder = ''
const failures: unknown[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lake-http-'))
  writeFileSync(join(folder, 'secret.txt'), 'do not serve this')
  lake = await startLake({
    dataDir: join(folder, 'data'),
    port: 0,
    documents: [{_id: 'a', _type: 't'}],
    allowedHosts: ['lake.example.org'],
    onError: (error) => failures.push(error),
  })
  token = lake.createToken({role: 'administrator', label: 'attacks'})
})
afterAll(async () => {
  await lake.close()
  rmSync(folder, {recursive: true})
})

const request = (line: string, ...headers: string[]): string =>
  `${[`${line} HTTP/1.1`, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`

describe('DNS rebinding', () => {
  test.each([
    ['/v1/ping', ['Host: evil.example.org'], 403],
    ['/v1/ping', ['Host: localhost.evil.example.org'], 403],
    ['/v1/ping', ['Host: 127.0.0.1.evil.example.org'], 403],
    ['/v1/ping', ['Host: 0.0.0.0'], 403],
    ['/v1/ping', ['Host: localhost.'], 403],
    ['/v1/ping', ['Host: evil.example.org@localhost'], 400],
    ['/v1/ping', ['Host: localhost@evil.example.org'], 400],
    ['/v1/ping', ['Host: localhost/evil'], 400],
    ['/v1/ping', ['Host: localhost:1:2'], 400],
    ['/v1/ping', ['Host: '], 400],
    ['/v1/ping', [], 400],
    ['/v1/ping', ['Host: localhost', 'Host: evil.example.org'], 400],
    ['/v1/ping', ['Host: evil.example.org', 'Host: localhost'], 400],
    // An absolute address does not stand in for the Host header, nor the other way round.
    ['http://evil.example.org/v1/ping', ['Host: localhost'], 403],
    ['http://localhost/v1/ping', ['Host: evil.example.org'], 403],
    ['http://localhost@evil.example.org/v1/ping', ['Host: localhost'], 403],
    ['/v1/ping', ['Host: localhost', 'X-Forwarded-Host: evil.example.org'], 200],
    ['/v1/ping', ['Host: LOCALHOST:1'], 200],
    ['/v1/ping', ['Host: lake.example.org'], 200],
    ['http://localhost/v1/ping', ['Host: localhost'], 200],
  ])('GET %s with %j is answered with %i', async (target, headers, status) => {
    const answer = await sendRaw(lake.port, request(`GET ${target}`, ...headers))
    expect({status: answer.status, isHanging: answer.isHanging}).toEqual({status, isHanging: false})
  })

  test.each([
    ['/v1/socket/production', ['Host: evil.example.org'], 403],
    ['/v1/socket/production', ['Host: localhost', 'Origin: https://evil.example.org'], 403],
    ['/v1/socket/production', ['Host: localhost', 'Origin: null'], 403],
    ['/v1/socket/production', ['Host: localhost', 'Host: evil.example.org'], 403],
    ['http://evil.example.org/v1/socket/production', ['Host: localhost'], 404],
    ['//evil.example.org/v1/socket/production', ['Host: localhost'], 404],
    ['/v1/socket/..%2fproduction', ['Host: localhost'], 404],
    ['/v1/ping', ['Host: localhost'], 404],
    ['/v1/socket/production', ['Host: localhost', 'Origin: http://localhost:3333'], 101],
  ])('an upgrade of %s with %j is answered with %i', async (target, headers, status) => {
    const upgrade = [
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ]
    const bytes = `${[`GET ${target} HTTP/1.1`, ...headers, ...upgrade].join('\r\n')}\r\n\r\n`
    const answer = await sendRaw(lake.port, bytes, {halfClose: false, keepOpen: true})
    answer.close()
    expect(answer.status).toBe(status)
  })
})

describe('request smuggling', () => {
  const post = 'POST /v1/data/mutate/production'
  const hidden = 'GET /v1/users/me HTTP/1.1\r\nHost: localhost\r\n\r\n'
  test.each([
    ['both lengths', ['Content-Length: 6', 'Transfer-Encoding: chunked'], '0\r\n\r\nX'],
    ['both lengths, the other way', ['Transfer-Encoding: chunked', 'Content-Length: 6'], '0\r\n\r\nX'],
    ['two lengths', ['Content-Length: 0', `Content-Length: ${hidden.length}`], hidden],
    ['a list of lengths', [`Content-Length: 0, ${hidden.length}`], hidden],
    ['a negative length', ['Content-Length: -1'], hidden],
    ['a length that is no number', ['Content-Length: 0x10'], hidden],
    ['a space before the colon', ['Transfer-Encoding : chunked'], `0\r\n\r\n${hidden}`],
    ['chunked, but not last', ['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${hidden}`],
    ['another coding', ['Transfer-Encoding: xchunked'], `0\r\n\r\n${hidden}`],
    ['a folded header', ['Transfer-Encoding:', ' chunked'], `0\r\n\r\n${hidden}`],
    ['a bare line feed', ['X: 1\nTransfer-Encoding: chunked'], `0\r\n\r\n${hidden}`],
    ['a broken chunk', ['Transfer-Encoding: chunked'], `zz\r\n\r\n${hidden}`],
    ['a chunk longer than it says', ['Transfer-Encoding: chunked'], `1\r\nabc\r\n0\r\n\r\n${hidden}`],
    ['a chunk of endless length', ['Transfer-Encoding: chunked'], `fffffffffffffffff\r\n${hidden}`],
  ])('%s: the request is refused, and nothing behind it is answered', async (_name, headers, body) => {
    const lines = [`${post} HTTP/1.1`, 'Host: localhost', ...headers]
    const answer = await sendRaw(lake.port, `${lines.join('\r\n')}\r\n\r\n${body}`)
    expect([400, 401]).toContain(answer.status)
    // Whatever is answered after it says that it was not understood, and is the last.
    expect(answer.after === '' || answer.lastStatus === 400).toBe(true)
    expect(answer.after).not.toContain('HTTP/1.1 200')
  })
})

describe('floods', () => {
  test('a thousand requests at once on one connection are refused, others go on', async () => {
    const flood = 'GET /v1/data/query/production?query=* HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(1000)
    const [answer, other] = await Promise.all([
      sendRaw(lake.port, flood, {halfClose: false}),
      fetch(`${lake.url}/v1/ping`),
    ])
    expect(answer.isHanging).toBe(false)
    expect({status: answer.status, body: answer.body}).toMatchObject({
      status: 429,
      body: expect.stringContaining('option maxRequestsPerConnection'),
    })
    expect(other.status).toBe(200)
  })

  test('two hundred connections that say nothing keep nobody out', async () => {
    const sockets = Array.from({length: 200}, () => connect({port: lake.port, host: '127.0.0.1'}))
    for (const socket of sockets) socket.on('error', () => undefined).write('GET /v1/ping HTTP/1.1\r\nX')
    expect((await fetch(`${lake.url}/v1/ping`)).status).toBe(200)
    for (const socket of sockets) socket.destroy()
  })

  test('an upload that is never asked for is not read', async () => {
    const head =
      'POST /v1/data/mutate/production HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\n\r\n'
    const answer = await sendRaw(lake.port, head + 'x'.repeat(2_000_000), {halfClose: false})
    expect(answer.status).toBe(401)
    expect(answer.isHanging).toBe(false)
  })
})

describe('paths', () => {
  const places = [
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '%252e%252e%252fsecret.txt',
    '..%5csecret.txt',
    '..\\secret.txt',
    '....//secret.txt',
    '%c0%ae%c0%ae/secret.txt',
    'lake.sqlite',
    '../lake.sqlite',
    '%00',
    'secret.txt%00.png',
    '/etc/passwd',
    'file:///etc/passwd',
    '0000000000000000000000000000000000000001-1x1.png%2f..%2f..%2f..%2fsecret.txt',
  ]
  const bases = [
    '/files/spine/production/',
    '/images/spine/production/',
    '/images/spine/',
    '/files/',
    '/v1/files/spine/production/',
    '/v1/data/doc/production/',
    '/v1/data/export/',
    '/v1/data/history/production/documents/',
    '/',
  ]
  test.each(bases)('no file outside is reached beneath %s', async (base) => {
    for (const place of places) {
      const answer = await sendRaw(
        lake.port,
        request(`GET ${base}${place}`, 'Host: localhost', `Authorization: Bearer ${token}`),
      )
      expect({base, place, isHanging: answer.isHanging, isServed: answer.status >= 500}).toEqual({
        base,
        place,
        isHanging: false,
        isServed: false,
      })
      expect(answer.body).not.toMatch(/do not serve this|root:|SQLite format/)
    }
  })

  test.each(['..', '../x', '..%2fx', 'a/b', '.uploads', '%00', 'C:', '__proto__'])(
    'no dataset is called %s',
    async (name) => {
      const headers = {authorization: `Bearer ${token}`}
      const upload = await lake.fetch(
        `http://localhost/v1/assets/files/${encodeURIComponent(name)}?filename=a.txt`,
        {method: 'POST', body: 'x', headers},
      )
      expect(upload.status).toBeGreaterThanOrEqual(400)
      const made = await lake.fetch(`http://localhost/v1/datasets/${encodeURIComponent(name)}`, {
        method: 'PUT',
        headers,
      })
      expect(made.status).toBeGreaterThanOrEqual(400)
      expect([made.status, upload.status].some((status) => status >= 500)).toBe(false)
    },
  )
})

test('no header of ours can be made by a stranger', async () => {
  for (const place of [
    '/v1/auth/login/local?origin=http://localhost:3333/%0d%0aSet-Cookie:%20x=1',
    '/v1/%0d%0aSet-Cookie:%20x=1',
    '/v1/data/doc/production/a?tag=%0d%0aX:1',
  ]) {
    const answer = await sendRaw(lake.port, request(`GET ${place}`, 'Host: localhost'))
    expect(answer.headers.toLowerCase()).not.toMatch(/^(set-cookie: x|x: 1)/m)
  }
})

test('none of it was a failure of the lake', () => {
  expect(failures).toEqual([])
})
