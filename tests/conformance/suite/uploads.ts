import sharp from 'sharp'
import type {Params, Scope} from './Scope.ts'
import {isRecord} from './Scope.ts'

/** An asset's document, with what cases read of it. */
export type Asset = Record<string, unknown> & {_id: string; url: string}

let picture: Promise<Uint8Array<ArrayBuffer>> | undefined

/** A picture of four colours, 400 x 200: red and green above, blue and white below. */
export function fourColours(): Promise<Uint8Array<ArrayBuffer>> {
  picture ??= drawFourColours()
  return picture
}

function tile(background: string): Promise<Buffer> {
  return sharp({create: {width: 200, height: 100, channels: 3, background}})
    .png()
    .toBuffer()
}

async function drawFourColours(): Promise<Uint8Array<ArrayBuffer>> {
  const [red, green, blue, white] = await Promise.all(['#ff0000', '#00ff00', '#0000ff', '#ffffff'].map(tile))
  const drawn = await sharp({create: {width: 400, height: 200, channels: 3, background: '#000000'}})
    .composite([
      {input: red, left: 0, top: 0},
      {input: green, left: 200, top: 0},
      {input: blue, left: 0, top: 100},
      {input: white, left: 200, top: 100},
    ])
    .removeAlpha()
    .png()
    .toBuffer()
  return new Uint8Array(drawn)
}

/** Uploads bytes as they are; throws when they are refused. */
export async function upload(
  scope: Scope,
  kind: 'images' | 'files',
  bytes: Uint8Array,
  params: Params = {},
  contentType = 'application/octet-stream',
): Promise<Asset> {
  const search = scope.search({filename: '~file.bin', ...params})
  const answer = await scope.ask(`/assets/${kind}/:dataset?${search}`, {
    method: 'POST',
    body: bytes,
    headers: {'content-type': contentType},
  })
  const document: unknown = isRecord(answer.body) ? answer.body['document'] : undefined
  if (isAsset(document)) return document
  throw new Error(`The upload was refused: ${JSON.stringify(answer.body)}`)
}

/** Fetches what an asset's address leads to, without a token, as a browser does. */
export function fetchAsset(
  scope: Scope,
  {url}: Asset,
  search = '',
  init: {method?: string; headers?: Record<string, string>} = {},
): Promise<Response> {
  const address = url + (search === '' ? '' : `?${search}`)
  if (scope.target.kind === 'hosted') return fetch(address, init)
  const {pathname, search: query} = new URL(address)
  return scope.target.fetch(pathname + query, init)
}

function isAsset(value: unknown): value is Asset {
  return isRecord(value) && typeof value['_id'] === 'string' && typeof value['url'] === 'string'
}
