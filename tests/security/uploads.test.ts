import {createServer} from 'node:http'
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {crc32, deflateSync} from 'node:zlib'
import {createLake} from '@spine-center/lake'
import type {Lake} from '@spine-center/lake'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {listen} from '../listen.ts'

let folder = ''
let lake: Lake
let token = ''
const failures: unknown[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-uploads-'))
  lake = createLake({
    dataDir: join(folder, 'data'),
    limits: {renderTimeoutMs: 4000},
    onError: (error) => failures.push(error),
  })
  token = lake.createToken({role: 'editor', label: 'uploads'})
})
afterAll(() => {
  lake.close()
  rmSync(folder, {recursive: true})
})

type Uploaded = {document?: {url: string; path: string; originalFilename?: string}; message?: string}

function isUploaded(value: unknown): value is Uploaded {
  return typeof value === 'object' && value !== null && ('document' in value || 'message' in value)
}

async function upload(
  kind: 'images' | 'files',
  body: string | Uint8Array<ArrayBuffer>,
  {filename = 'a', contentType = 'application/octet-stream'} = {},
): Promise<{status: number; answer: Uploaded}> {
  const search = new URLSearchParams({filename})
  const response = await lake.fetch(`http://localhost/v1/assets/${kind}/production?${search.toString()}`, {
    method: 'POST',
    body,
    headers: {authorization: `Bearer ${token}`, 'content-type': contentType},
  })
  const answer: unknown = await response.json()
  return {status: response.status, answer: isUploaded(answer) ? answer : {}}
}

const get = (path = '', search = ''): Promise<Response> => lake.fetch(`http://localhost/${path}${search}`)

const SCRIPT = '<script>fetch("/v1/users/me")</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" onload="alert(1)">${SCRIPT}<rect width="5" height="5"/></svg>`

describe('content that could run in a browser', () => {
  test.each([
    ['page.html', 'text/html'],
    ['page.xhtml', 'application/xhtml+xml'],
    ['page.xml', 'text/xml'],
    ['code.js', 'text/javascript'],
    ['code.mjs', 'application/javascript'],
    ['drawing.svg', 'image/svg+xml'],
    ['page.htm', 'image/png'],
  ])('the file %s uploaded as %s is only ever saved, and has no rights', async (filename, contentType) => {
    const {answer} = await upload('files', `${filename} ${SVG}`, {filename, contentType})
    const response = await get(answer.document?.path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    await response.body?.cancel()
  })

  test('a drawing is shown as a picture, without scripts', async () => {
    const {answer} = await upload('images', SVG)
    const response = await get(answer.document?.path)
    expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/)
    const pixels = await get(answer.document?.path, '?fm=png&w=20')
    expect(pixels.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await pixels.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  test.each(['image/png', 'text/html'])(
    'a picture that is a page is no picture, whatever it is called (%s)',
    async (contentType) => {
      const {status, answer} = await upload('images', `<!doctype html>${SCRIPT}`, {
        filename: 'a.png',
        contentType,
      })
      expect({status, message: answer.message}).toMatchObject({
        status: 400,
        message: expect.stringContaining('Invalid image'),
      })
    },
  )

  test('a picture that is a page as well is served as a picture', async () => {
    const gif = Buffer.concat([
      Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000', 'latin1'),
      Buffer.alloc(6),
      Buffer.from('!\u00fe', 'latin1'),
      Buffer.from([SCRIPT.length]),
      Buffer.from(SCRIPT),
      Buffer.from([0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
    ])
    const {answer} = await upload('images', new Uint8Array(gif), {
      filename: 'a.html',
      contentType: 'text/html',
    })
    const response = await get(answer.document?.path)
    expect(response.headers.get('content-type')).toBe('image/gif')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    await response.body?.cancel()
  })

  test.each([
    '../../x.html',
    'a\r\nSet-Cookie: x=1',
    '"; filename=evil.exe',
    'ü💥.pdf',
    '\u202egnp.exe',
    'x'.repeat(5000),
  ])('the name %j for a download breaks no header', async (name) => {
    const {answer} = await upload('files', 'plain', {filename: 'a.txt', contentType: 'text/plain'})
    const response = await get(answer.document?.path, `?${new URLSearchParams({dl: name}).toString()}`)
    expect(response.status).toBeLessThan(500)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('content-disposition') ?? 'attachment').toMatch(
      /^attachment(; filename="[\w.() -]*"; filename\*=UTF-8''[\w.%~!-]*)?$/,
    )
    await response.body?.cancel()
  })
})

describe('names', () => {
  test.each([
    '../../../x.txt',
    '..\\..\\x.txt',
    '/etc/cron.d/x',
    'a\u0000.txt',
    '.htaccess',
    'con',
    'lake.sqlite',
    '..',
  ])('a file uploaded as %j is kept under its content', async (filename) => {
    const {answer} = await upload('files', `named ${filename}`, {filename})
    expect(answer.document?.path).toMatch(/^files\/spine\/production\/[0-9a-f]{40}\.[a-z0-9]{1,10}$/)
    expect(readdirSync(folder)).toEqual(['data'])
    expect(readdirSync(join(folder, 'data', 'assets')).toSorted()).toEqual(['.uploads', 'production'])
  })
})

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

function png(width: number, height: number, data: Buffer): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const parts = [
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat(parts))
}

function gifBomb(frames: number): Uint8Array<ArrayBuffer> {
  const head = Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([0xff, 0x3f, 0xff, 0x3f, 0x80, 0, 0]),
    Buffer.alloc(6),
  ])
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 0xff, 0x3f, 0xff, 0x3f, 0, 2, 2, 0x44, 1, 0])
  return new Uint8Array(
    Buffer.concat([head, ...Array.from({length: frames}, () => frame), Buffer.from([0x3b])]),
  )
}

const nestedSvg = (depth: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg>`
const laughs = `<!DOCTYPE svg [<!ENTITY l0 "ha">${Array.from({length: 12}, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&l12;</text></svg>`
const usesBomb = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><g id="u0"><rect width="1" height="1"/></g>${Array.from({length: 12}, (_, n) => `<g id="u${n + 1}">${`<use href="#u${n}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#u12"/></svg>`

describe('bombs', () => {
  test.each([
    ['a PNG of 30,000 x 30,000 pixels in a few bytes', png(30_000, 30_000, Buffer.alloc(1000))],
    ['a PNG whose size is a lie', png(0x7fffffff, 0x7fffffff, Buffer.alloc(10))],
    ['a GIF of 16,383 x 16,383 pixels and 500 frames', gifBomb(500)],
    [
      'a drawing of a billion pixels',
      SVG.replace('width="10"', 'width="100000"').replace('height="10"', 'height="100000"'),
    ],
    ['a drawing with entities inside entities', laughs],
    ['a drawing that uses itself a trillion times', usesBomb],
    ['a drawing nested 100,000 times', nestedSvg(100_000)],
    ['a JPEG that is cut off', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['an empty body', ''],
  ])('%s is refused, and others are served meanwhile', async (_name, body) => {
    const [{status, answer}, other] = await Promise.all([upload('images', body), get('v1/ping')])
    expect({status, message: answer.message}).toEqual({
      status: expect.toBeOneOf([400, 413]),
      message: expect.any(String),
    })
    expect(other.status).toBe(200)
  })

  test.each([
    '?w=16384&h=16384&fit=scale',
    '?w=16384&h=16384&fit=fill&dpr=3',
    '?pad=1000&dpr=3&w=16000',
    '?w=1e999',
    '?rect=0,0,1e9,1e9&w=16384&h=16384',
    '?blur=2000&w=10000&h=10000',
  ])('a picture asked for as %s stays within its limit', async (search) => {
    const {answer} = await upload('images', SVG)
    const response = await get(answer.document?.path, search)
    expect(response.status).toBeLessThan(500)
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(40_000_000)
  })

  test('a PNG with more data than pixels is what its pixels are', async () => {
    const {answer} = await upload('images', png(10, 10, Buffer.alloc(20_000_000)))
    expect(answer.document?.path).toMatch(/-10x10\.png$/)
  })

  test('what is refused leaves nothing behind', () => {
    expect(readdirSync(join(folder, 'data', 'assets', '.uploads'))).toEqual([])
  })
})

test('a drawing reaches neither the network nor the disk', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end('')
  })
  const url = await listen(server)
  const secret = join(folder, 'data', 'secret.svg')
  writeFileSync(
    secret,
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#ff0000"/></svg>',
  )
  const file = pathToFileURL(secret).href
  const drawing = `<?xml-stylesheet href="${url}/style.css"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${file}"><!ENTITY % y SYSTEM "${url}/dtd"> %y;]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><style>@import url("${url}/import.css"); rect{fill:url("${url}/fill.svg#a")}</style><image href="${url}/a.png" width="9" height="9"/><image xlink:href="${file}" width="9" height="9"/><use href="${file}#a"/><text>&x;</text></svg>`
  const {answer} = await upload('images', drawing)
  const picture = answer.document === undefined ? undefined : await get(answer.document.path, '?fm=png')
  const pixels = Buffer.from((await picture?.arrayBuffer()) ?? new ArrayBuffer(0))
  expect(asked).toBe(0)
  // Without what it asks for, the drawing is empty: one colour packs into next to nothing.
  expect(pixels.byteLength).toBeLessThan(200)
  await new Promise((resolve) => {
    server.close(resolve)
  })
})

test('none of it was a failure of the lake', () => {
  expect(failures).toEqual([])
})
