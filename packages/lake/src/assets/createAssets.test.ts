import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {LakeError} from '../errors/LakeError.ts'
import {completeLimits} from '../LakeLimits.ts'
import {isJsonObject, type JsonObject} from '../json/isJsonObject.ts'
import {createAssets, type Assets, type AssetsOptions} from './createAssets.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-assets-'))
})
afterEach(() => rmSync(dataDir, {recursive: true}))

const origin = 'http://spine.localhost:3900'
const photo = await sharp({create: {width: 80, height: 40, channels: 3, background: '#c04030'}})
  .jpeg()
  .toBuffer()
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'

function create(options: Partial<AssetsOptions> = {}): Assets {
  return createAssets({
    projectId: 'spine',
    authorize(request, _dataset, access) {
      if (access === 'write' && request.headers.get('authorization') !== 'Bearer editor') {
        throw new LakeError('unauthorized', 'Uploading needs a token. Sign in.')
      }
    },
    saveDocument: (_dataset, document) => ({...document, _rev: '1'}),
    ...options,
  })
}

async function upload(
  assets: Assets,
  path: string,
  body: Buffer | ReadableStream | string,
  headers: Record<string, string> = {},
) {
  const response = await assets.routes.request(`${origin}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : body instanceof ReadableStream ? body : new Uint8Array(body),
    headers: {authorization: 'Bearer editor', ...headers},
    ...(body instanceof ReadableStream ? {duplex: 'half'} : {}),
  })
  const answer: unknown = await response.json()
  if (!isJsonObject(answer)) throw new TypeError('The answer is no object.')
  const document: JsonObject = isJsonObject(answer['document']) ? answer['document'] : {}
  return {status: response.status, answer, document}
}

function get(assets: Assets, path: unknown, headers: Record<string, string> = {}) {
  return assets.routes.request(`http://localhost:3900/${String(path)}`, {headers})
}

const stores = [
  ['on disk', () => ({dataDir})],
  ['in memory', () => ({})],
] as const

describe.each(stores)('assets %s', (_name, where) => {
  test("an image becomes a document in Sanity's shape and is served byte for byte", async () => {
    const assets = create(where())
    const {status, document} = await upload(
      assets,
      '/assets/images/production?filename=back.jpeg&label=L&creditLine=C&sourceId=1&sourceName=S',
      photo,
    )
    const sha1hash = createHash('sha1').update(photo).digest('hex')
    const path = `images/spine/production/${sha1hash}-80x40.jpg`
    expect(status).toBe(200)
    expect(document).toMatchObject({
      _id: `image-${sha1hash}-80x40-jpg`,
      _type: 'sanity.imageAsset',
      _rev: '1',
      assetId: sha1hash,
      creditLine: 'C',
      extension: 'jpg',
      label: 'L',
      metadata: {dimensions: {width: 80, height: 40}},
      mimeType: 'image/jpeg',
      originalFilename: 'back.jpeg',
      path,
      sha1hash,
      size: photo.length,
      source: {_type: 'sanity.assetSourceData', id: '1', name: 'S'},
      url: `http://localhost:3900/${path}`,
    })
    const response = await get(assets, path)
    expect(Buffer.from(await response.arrayBuffer()).equals(photo)).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(photo.length),
      'content-type': 'image/jpeg',
      etag: `"${sha1hash}"`,
      'x-content-type-options': 'nosniff',
    })
    expect((await get(assets, `${path}/a-name-for-people.jpg`)).status).toBe(200)
  })

  test('ranges, conditional requests, HEAD and downloads', async () => {
    const assets = create(where())
    const {document} = await upload(assets, '/assets/files/production?filename=a.txt', '0123456789', {
      'content-type': 'text/plain',
    })
    const path = document['path']
    const part = await get(assets, path, {range: 'bytes=2-4'})
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ])
    const beyond = await get(assets, path, {range: 'bytes=10-'})
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    const etag = (await get(assets, path)).headers.get('etag') ?? ''
    expect((await get(assets, path, {'if-none-match': `W/"x", ${etag}`})).status).toBe(304)
    expect(await (await get(assets, path, {range: 'bytes=2-4', 'if-range': '"other"'})).text()).toBe(
      '0123456789',
    )
    const head = await assets.routes.request(`http://localhost:3900/${String(path)}`, {method: 'HEAD'})
    expect([await head.text(), head.headers.get('content-length')]).toEqual(['', '10'])
    const saved = await get(assets, `${String(path)}?dl=Rücken"\r\n.txt`)
    expect(saved.headers.get('content-disposition')).toBe(
      `attachment; filename="R_cken_.txt"; filename*=UTF-8''R%C3%BCcken%22.txt`,
    )
    expect((await get(assets, `${String(path)}?dl`)).headers.get('content-disposition')).toContain(
      `${String(document['sha1hash'])}.txt`,
    )
  })

  test('transformations: size, format by what the client accepts, and an answer that says so', async () => {
    const assets = create(where())
    const {document} = await upload(assets, '/assets/images/production', photo)
    const url = `${String(document['path'])}?w=20&auto=format`
    const webp = await get(assets, url, {accept: 'image/webp,*/*'})
    expect(await sharp(await webp.arrayBuffer()).metadata()).toMatchObject({
      format: 'webp',
      width: 20,
      height: 10,
    })
    expect([webp.headers.get('content-type'), webp.headers.get('vary')]).toEqual(['image/webp', 'Accept'])
    const jpeg = await get(assets, url, {accept: '*/*'})
    expect(jpeg.headers.get('content-type')).toBe('image/jpeg')
    expect(jpeg.headers.get('etag')).not.toBe(webp.headers.get('etag'))
    expect(
      (await get(assets, url, {accept: '*/*', 'if-none-match': jpeg.headers.get('etag') ?? ''})).status,
    ).toBe(304)
    const wrong = await get(assets, `${String(document['path'])}?fit=squeeze`)
    expect([wrong.status, await wrong.json()]).toMatchObject([
      400,
      {statusCode: 400, error: 'Bad Request', message: expect.stringContaining('fit=squeeze')},
    ])
  })

  test('the same content is kept once, whatever its name', async () => {
    const assets = create(where())
    const ids = await Promise.all(
      ['a.jpg', 'b.jpg'].map(
        async (name) =>
          (await upload(assets, `/assets/images/production?filename=${name}`, photo)).document['_id'],
      ),
    )
    expect(ids[0]).toBe(ids[1])
  })

  test('what could run scripts is boxed in', async () => {
    const assets = create(where())
    const box = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    const svg = await upload(assets, '/assets/images/production', drawing)
    for (const query of ['', '?w=100', '?auto=format']) {
      const response = await get(assets, `${String(svg.document['path'])}${query}`)
      expect([response.headers.get('content-type'), response.headers.get('content-security-policy')]).toEqual(
        ['image/svg+xml; charset=utf-8', box],
      )
    }
    expect(
      (await get(assets, `${String(svg.document['path'])}?fm=png&w=20`)).headers.get('content-type'),
    ).toBe('image/png')
    for (const name of ['x.html', 'x.xml', 'x.js', 'x.svg', 'x.xhtml']) {
      const file = await upload(assets, `/assets/files/production?filename=${name}`, drawing)
      const response = await get(assets, file.document['path'])
      expect(response.headers.get('content-security-policy')).toBe(box)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('the place where a picture was taken is neither stored nor served', async () => {
    const assets = create(where())
    const location = {
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '59/1 54/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '10/1 45/1 0/1',
      },
    }
    const taken = await sharp(photo).withExif(location).jpeg().toBuffer()
    const {document} = await upload(assets, '/assets/images/production', taken)
    const served = Buffer.from(await (await get(assets, document['path'])).arrayBuffer())
    expect(document['metadata']).not.toHaveProperty('location')
    expect(document['sha1hash']).toBe(createHash('sha1').update(served).digest('hex'))
    expect(served.equals(taken)).toBe(false)
    expect(served.length).toBe(taken.length)
  })

  test('limits and mistakes have names', async () => {
    const assets = create({
      ...where(),
      limits: completeLimits({maxUploadBytes: 2000, maxImagePixels: 3000}),
    })
    expect(await upload(assets, '/assets/files/production', Buffer.alloc(2001))).toMatchObject({
      status: 413,
      answer: {statusCode: 413, error: 'Payload Too Large'},
    })
    expect(await upload(assets, '/assets/images/production', photo)).toMatchObject({status: 413})
    expect(await upload(assets, '/assets/files/production', '')).toMatchObject({status: 400})
    expect(await upload(assets, '/assets/images/production', 'no image')).toMatchObject({status: 400})
    expect(await upload(assets, '/assets/images/production', photo, {authorization: ''})).toMatchObject({
      status: 401,
    })
    const stalled = new ReadableStream({start: (controller) => controller.enqueue(new Uint8Array(10))})
    const impatient = create({...where(), limits: completeLimits({uploadIdleTimeoutMs: 40})})
    expect(await upload(impatient, '/assets/files/production', stalled)).toMatchObject({
      status: 400,
      answer: {message: expect.stringContaining('40 ms')},
    })
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new Error('gone')),
    })
    expect(await upload(assets, '/assets/files/production', broken)).toMatchObject({
      status: 400,
      answer: {message: expect.stringContaining('broke off')},
    })
  })

  test('what is not there, or leads elsewhere, is not found', async () => {
    const assets = create(where())
    const {document} = await upload(assets, '/assets/images/production', photo)
    const name = String(document['path']).split('/').at(-1)
    for (const path of [
      `images/other/production/${name}`,
      `images/spine/staging/${name}`,
      `images/spine/production/${'0'.repeat(40)}-1x1.jpg`,
      'images/spine/production/..%2f..%2flake.sqlite',
      `images/spine/%2e%2e/${name}`,
      `files/spine/production/${name}`,
      `images/spine/.uploads/${name}`,
    ]) {
      expect([path, (await get(assets, path)).status]).toEqual([path, 404])
    }
  })

  test('the file goes with its document', async () => {
    const assets = create(where())
    const {document} = await upload(assets, '/assets/images/production', photo)
    expect(await assets.removeFileOf('production', String(document['_id']))).toBe(true)
    expect((await get(assets, document['path'])).status).toBe(404)
    expect(await assets.removeFileOf('production', String(document['_id']))).toBe(false)
    expect(await assets.removeFileOf('production', 'article-1')).toBe(false)
    expect(await assets.removeFileOf('../production', String(document['_id']))).toBe(false)
  })
})

test('nothing is left behind by uploads that fail, nor by a crash', async () => {
  const assets = create({dataDir, limits: completeLimits({maxUploadBytes: 2000})})
  await upload(assets, '/assets/files/production', Buffer.alloc(2001))
  await upload(assets, '/assets/images/production', 'no image')
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new Error('gone')),
  })
  await upload(assets, '/assets/files/production', broken)
  expect(readdirSync(join(dataDir, 'assets'), {recursive: true})).toEqual(['.uploads'])
  const stray = join(dataDir, 'assets/.uploads/half')
  await import('node:fs/promises').then(({writeFile}) => writeFile(stray, 'x'))
  create({dataDir})
  expect(existsSync(stray)).toBe(false)
})

test('assets outlive the process', async () => {
  const {document} = await upload(create({dataDir}), '/assets/images/production', photo)
  expect((await get(create({dataDir}), document['path'])).status).toBe(200)
})

test('a base URL of its own goes into documents', async () => {
  const {document} = await upload(
    create({baseUrl: 'https://assets.example.org/'}),
    '/assets/images/production',
    photo,
  )
  expect(document['url']).toBe(`https://assets.example.org/${String(document['path'])}`)
})
