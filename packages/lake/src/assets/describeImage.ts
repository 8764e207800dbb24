import {encode} from 'blurhash'
import sharp, {type Metadata} from 'sharp'
import {rgbaToThumbHash} from 'thumbhash'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {DEFAULT_LIMITS, limitError} from '../LakeLimits.ts'
import {rasterizeSvg} from '../images/rasterizeSvg.ts'
import {extractPalette} from './extractPalette.ts'
import {readExif, readLocation} from './readExif.ts'

/** What an uploaded image is: its file extension, media type, pixels as seen upright, and `metadata` of its document. */
export type ImageDescription = {
  extension: string
  mimeType: string
  dimensions: {width: number; height: number}
  metadata: JsonObject
}

/** What `metadata` may hold besides the dimensions; `none` of them, or those named. */
export type ImageMetadataName =
  | 'blurhash'
  | 'exif'
  | 'image'
  | 'location'
  | 'lqip'
  | 'none'
  | 'palette'
  | 'thumbhash'

const formats: ReadonlyMap<string, {extension: string; mimeType: string}> = new Map([
  ['jpeg', {extension: 'jpg', mimeType: 'image/jpeg'}],
  ['png', {extension: 'png', mimeType: 'image/png'}],
  ['gif', {extension: 'gif', mimeType: 'image/gif'}],
  ['webp', {extension: 'webp', mimeType: 'image/webp'}],
  ['tiff', {extension: 'tif', mimeType: 'image/tiff'}],
  ['heif', {extension: 'avif', mimeType: 'image/avif'}],
  ['svg', {extension: 'svg', mimeType: 'image/svg+xml'}],
])

// Sides that the low-quality picture and the sample for palette and blurhash are made in, in pixels.
const LQIP_WIDTH = 20
const SAMPLE_SIDE = 64

async function readMetadata(bytes: Buffer): Promise<Metadata> {
  try {
    return await sharp(bytes, {limitInputPixels: false}).metadata()
  } catch (cause) {
    throw new LakeError(
      'badRequest',
      'Invalid image: the upload is none of JPEG, PNG, GIF, WebP, AVIF, TIFF and SVG. Upload it as a file instead.',
      {cause},
    )
  }
}

async function createLqip(bytes: Buffer, hasAlpha: boolean): Promise<string> {
  const small = sharp(bytes).autoOrient().resize({width: LQIP_WIDTH, withoutEnlargement: true})
  if (hasAlpha) return `data:image/png;base64,${(await small.png().toBuffer()).toString('base64')}`
  return `data:image/jpeg;base64,${(await small.jpeg({quality: 75}).toBuffer()).toString('base64')}`
}

async function readSample(bytes: Buffer) {
  const sample = sharp(bytes).autoOrient().resize({width: SAMPLE_SIDE, height: SAMPLE_SIDE, fit: 'inside'})
  const rgb = sample.clone().flatten({background: '#fff'}).toColourspace('srgb').removeAlpha().raw()
  const rgba = sample.clone().toColourspace('srgb').ensureAlpha().raw()
  const [pixels, {data, info}] = await Promise.all([rgb.toBuffer(), rgba.toBuffer({resolveWithObject: true})])
  return {pixels, rgba: new Uint8ClampedArray(data), width: info.width, height: info.height}
}

function toThumbHash({
  rgba,
  width,
  height,
}: {
  rgba: Uint8ClampedArray
  width: number
  height: number
}): string {
  return Buffer.from(rgbaToThumbHash(width, height, rgba)).toString('base64')
}

async function describePixels(
  bytes: Buffer,
  hasAlpha: boolean,
  wanted: (name: ImageMetadataName) => boolean,
) {
  const sample = await readSample(bytes)
  return {
    ...(wanted('lqip') ? {lqip: await createLqip(bytes, hasAlpha)} : {}),
    ...(wanted('blurhash') ? {blurHash: encode(sample.rgba, sample.width, sample.height, 4, 3)} : {}),
    ...(wanted('thumbhash') ? {thumbHash: toThumbHash(sample)} : {}),
    ...(wanted('palette') ? {palette: extractPalette(sample.pixels)} : {}),
    hasAlpha,
    isOpaque: !hasAlpha || sample.rgba.every((value, index) => index % 4 !== 3 || value === 255),
  }
}

// What is measured of a drawing needs no more than this.
const DRAWN_SIDE = 512

function drawSmall(
  bytes: Buffer,
  {
    width,
    height,
    maxPixels,
    timeoutMs,
  }: {width: number; height: number; maxPixels: number; timeoutMs: number},
): Promise<Buffer> {
  const density = 72 * Math.min(1, DRAWN_SIDE / Math.max(width, height))
  return rasterizeSvg(bytes, {density, pixels: DRAWN_SIDE * DRAWN_SIDE, maxPixels, timeoutMs})
}

/**
 * Reads what an image asset's document says of its picture.
 *
 * @throws LakeError `badRequest` when the bytes are no image or cannot be decoded, `tooLarge` beyond `maxPixels`.
 */
export async function describeImage(
  bytes: Buffer,
  {
    maxPixels,
    timeoutMs = DEFAULT_LIMITS.renderTimeoutMs,
    names,
  }: {maxPixels: number; timeoutMs?: number; names: readonly string[]},
): Promise<ImageDescription> {
  const info = await readMetadata(bytes)
  const format = formats.get(info.format)
  if (!format)
    throw new LakeError('badRequest', `Invalid image: ${info.format} is not supported. Upload a JPEG or PNG.`)
  if (info.compression === 'hevc') {
    throw new LakeError(
      'badRequest',
      'Invalid image: HEIC is not supported. Export it as JPEG and upload that.',
    )
  }
  const {width, height} = info.autoOrient
  if (info.width * info.height > maxPixels) {
    throw limitError({maxImagePixels: maxPixels}, 'maxImagePixels', {
      what: `The image has ${width} x ${height} pixels`,
    })
  }
  // "image" stands for all that are made by default; the Studio names what a field's options.metadata asks for.
  const byDefault = names.length === 0 || names.includes('image')
  const wanted = (name: ImageMetadataName) =>
    names.includes(name) || (byDefault && ['blurhash', 'lqip', 'palette'].includes(name))
  try {
    const raster =
      info.format === 'svg' ? await drawSmall(bytes, {width, height, maxPixels, timeoutMs}) : bytes
    const pixels = await describePixels(raster, info.hasAlpha, wanted)
    const exif = wanted('exif') ? readExif(info.exif) : null
    const location = wanted('location') ? readLocation(info.exif) : null
    const dimensions = {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height}
    const metadata = {
      _type: 'sanity.imageMetadata',
      dimensions,
      ...pixels,
      ...(exif ? {exif} : {}),
      ...(location ? {location} : {}),
    }
    return {...format, dimensions: {width, height}, metadata}
  } catch (cause) {
    if (cause instanceof LakeError) throw cause
    throw new LakeError('badRequest', 'Invalid image: its content is damaged or cut off. Upload it again.', {
      cause,
    })
  }
}
