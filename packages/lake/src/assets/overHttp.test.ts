import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {request as httpRequest} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {createClient, type SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../startLake.ts'

let dataDir: string
let lake: RunningLake
let client: SanityClient
let token: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-http-'))
  lake = await startLake({dataDir, port: 0})
  token = lake.createToken({role: 'editor', label: 'test'})
  client = createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiVersion: '2025-02-19',
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    token,
  })
})
afterAll(async () => {
  await lake.close()
  rmSync(dataDir, {recursive: true})
})

const create = (background: string) =>
  sharp({create: {width: 120, height: 60, channels: 3, background}})
    .png()
    .toBuffer()

describe('assets over HTTP with the real client', () => {
  test('an image is uploaded, found by query, transformed and deleted', async () => {
    const asset = await client.assets.upload('image', await create('#336699'), {
      filename: 'bridge.png',
      title: 'Bridge',
      extract: ['palette', 'lqip'],
    })
    expect(asset).toMatchObject({
      _type: 'sanity.imageAsset',
      originalFilename: 'bridge.png',
      title: 'Bridge',
      extension: 'png',
    })
    const {_id: id} = asset
    expect(asset.metadata).toMatchObject({palette: {dominant: {background: '#336699'}}})
    expect(asset.metadata).not.toHaveProperty('blurHash')
    expect(await client.fetch('*[_id == $id][0].metadata.dimensions.aspectRatio', {id})).toBe(2)
    const small = await fetch(`${asset.url}?w=30&auto=format`, {headers: {accept: 'image/webp'}})
    expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({
      format: 'webp',
      width: 30,
      height: 15,
    })
    const again = await client.assets.upload('image', await create('#336699'), {filename: 'other.png'})
    const {_id: sameId} = again
    expect([sameId, again.originalFilename]).toEqual([id, 'bridge.png'])
    await client.delete(id)
    expect(await client.fetch('count(*[_id == $id])', {id})).toBe(0)
    await expect.poll(async () => (await fetch(asset.url)).status).toBe(404)
  })

  test('a file goes by stream, and comes back in parts', async () => {
    const body = Readable.from([Buffer.from('spine '), Buffer.from('center')])
    const asset = await client.assets.upload('file', body, {filename: 'plan.txt', contentType: 'text/plain'})
    expect(asset).toMatchObject({
      _type: 'sanity.fileAsset',
      extension: 'txt',
      mimeType: 'text/plain',
      size: 12,
    })
    const part = await fetch(asset.url, {headers: {range: 'bytes=6-'}})
    expect([part.status, await part.text()]).toEqual([206, 'center'])
  })

  test('twenty uploads at once, ten of them the same', async () => {
    const images = await Promise.all(
      Array.from({length: 20}, (_v, i) => create(`#${String(Math.min(i, 10) * 10).padStart(6, '0')}`)),
    )
    const assets = await Promise.all(images.map((image) => client.assets.upload('image', image)))
    expect(new Set(assets.map(({_id: id}) => id)).size).toBe(11)
    const states = await Promise.all(assets.map(async ({url}) => (await fetch(url)).status))
    expect(states.every((status) => status === 200)).toBe(true)
  })

  test('errors reach the client with their sentence', async () => {
    await expect(client.assets.upload('image', Buffer.from('no image'))).rejects.toThrow('Invalid image')
    await expect(client.withConfig({token: ''}).assets.upload('file', Buffer.from('x'))).rejects.toThrow(
      'token',
    )
    const viewer = lake.createToken({role: 'viewer', label: 'reader'})
    await expect(
      client.withConfig({token: viewer}).assets.upload('file', Buffer.from('x')),
    ).rejects.toMatchObject({statusCode: 403})
    await expect(
      client.assets.upload('file', Buffer.from('x'), {filename: '../../../etc/passwd'}),
    ).resolves.toMatchObject({extension: 'bin'})
  })
})

/** Starts an upload, sends what is given, and leaves the rest to the test. */
function openUpload(headers: Record<string, string>) {
  const url = `${lake.url.replace('localhost', '127.0.0.1')}/v1/assets/files/production`
  const request = httpRequest(url, {method: 'POST', headers: {authorization: `Bearer ${token}`, ...headers}})
  const answer = new Promise<number>((resolve) => {
    request.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', () => resolve(0))
  })
  return {request, answer}
}

async function* endless() {
  for (;;) yield Buffer.alloc(1_000_000)
}

describe('uploads that go wrong', () => {
  test('leave nothing when the client goes away half-way', async () => {
    const uploads = join(dataDir, 'assets/.uploads')
    const {request, answer} = openUpload({'content-length': '1000'})
    request.write('only a part')
    await expect.poll(() => readdirSync(uploads).length).toBe(1)
    request.destroy()
    await answer
    await expect.poll(() => readdirSync(uploads).length).toBe(0)
  })

  test('are refused by their announced size, before they are sent', async () => {
    const {request, answer} = openUpload({'content-length': String(200_000_000)})
    request.write('a first piece')
    expect(await answer).toBe(413)
    request.destroy()
    expect(readdirSync(join(dataDir, 'assets/.uploads'))).toEqual([])
  })

  test('are refused once they are too large, when no size is announced', async () => {
    const {request, answer} = openUpload({'transfer-encoding': 'chunked'})
    const sending = Readable.from(endless()).pipe(request)
    sending.on('error', () => undefined)
    expect(await answer).toBe(413)
    request.destroy()
    await expect.poll(() => readdirSync(join(dataDir, 'assets/.uploads')).length).toBe(0)
  })
})
