import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {describeImage} from './describeImage.ts'
import {extractPalette} from './extractPalette.ts'
import {readExif, readLocation} from './readExif.ts'
import {stripLocation} from './stripLocation.ts'

const gps = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '59/1 54/1 30/1',
  GPSLongitudeRef: 'W',
  GPSLongitude: '10/1 45/1 0/1',
}
const camera = {
  IFD0: {Make: 'Acme', Copyright: 'Clinic'},
  IFD2: {FNumber: '28/10', ExposureTime: '1/200'},
  IFD3: gps,
}
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" exif:GPSLatitude="59,54.5N" dc:format="kept"/></rdf:RDF></x:xmpmeta>`
const plain = sharp({create: {width: 30, height: 20, channels: 3, background: '#c04030'}})
const options = {maxPixels: 1_000_000, names: []}

function createGlass(alpha: number): Promise<Buffer> {
  return sharp({create: {width: 4, height: 4, channels: 4, background: {r: 0, g: 0, b: 0, alpha}}})
    .png()
    .toBuffer()
}

function paint(colour: number[], count: number): number[] {
  return Array.from({length: count}, () => colour).flat()
}

const pictures = [
  ['jpeg', () => plain.clone().withExif(camera).withXmp(xmp).jpeg().toBuffer()],
  ['webp', () => plain.clone().withExif(camera).withXmp(xmp).webp().toBuffer()],
  ['png', () => plain.clone().withExif(camera).withXmp(xmp).png().toBuffer()],
  ['avif', () => plain.clone().withExif(camera).avif().toBuffer()],
  ['tiff', () => plain.clone().withExif(camera).tiff().toBuffer()],
] as const

describe('location', () => {
  test.each(pictures)('is stripped from %s, and the rest is kept', async (_name, create) => {
    const original = await create()
    const stripped = await stripLocation(original)
    const after = await sharp(stripped ?? original).metadata()
    expect(readLocation(after.exif)).toBeNull()
    expect((stripped ?? original).toString('latin1')).not.toContain('59,54.5N')
    const [before, now] = await Promise.all(
      [original, stripped ?? original].map((image) => sharp(image).raw().toBuffer()),
    )
    expect(now?.equals(before ?? Buffer.alloc(0))).toBe(true)
  })

  test.each(pictures.filter(([name]) => name !== 'tiff'))('was really there in %s', async (_name, create) => {
    const original = await create()
    expect(readLocation((await sharp(original).metadata()).exif)).toEqual({
      _type: 'geopoint',
      lat: 59 + 54 / 60 + 30 / 3600,
      lng: -10.75,
    })
    const stripped = await stripLocation(original)
    expect(stripped).not.toBeNull()
    const {exif} = await sharp(stripped ?? original).metadata()
    expect(readExif(exif)).toMatchObject({
      Make: 'Acme',
      Copyright: 'Clinic',
      FNumber: 2.8,
      ExposureTime: 1 / 200,
    })
  })

  test('a picture without one is left alone', async () => {
    expect(await stripLocation(await plain.clone().jpeg().toBuffer())).toBeNull()
    expect(
      await stripLocation(
        await plain
          .clone()
          .withExif({IFD0: {Make: 'Acme'}})
          .jpeg()
          .toBuffer(),
      ),
    ).toBeNull()
  })

  test('a cut-off or hostile Exif block is no reason to fail', () => {
    const block = Buffer.from('Exif\0\0II*\0\x08\0\0\0\xff\xff', 'latin1')
    expect(readExif(block)).toBeNull()
    expect(readLocation(block.subarray(0, 9))).toBeNull()
    expect(readExif(Buffer.alloc(0))).toBeNull()
    expect(readExif(undefined)).toBeNull()
  })
})

describe('describeImage', () => {
  test('gives what the Studio and front ends use', async () => {
    const image = await plain.clone().jpeg().toBuffer()
    const {extension, mimeType, dimensions, metadata} = await describeImage(image, options)
    expect({extension, mimeType, dimensions}).toEqual({
      extension: 'jpg',
      mimeType: 'image/jpeg',
      dimensions: {width: 30, height: 20},
    })
    expect(metadata).toMatchObject({
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width: 30, height: 20, aspectRatio: 1.5},
      hasAlpha: false,
      isOpaque: true,
      palette: {
        _type: 'sanity.imagePalette',
        dominant: {_type: 'sanity.imagePaletteSwatch', population: 100, foreground: '#fff'},
      },
    })
    expect(metadata['lqip']).toMatch(/^data:image\/jpeg;base64,\/9j\//)
    expect(metadata['blurHash']).toMatch(/^[\w#$%*+,.:;=?@[\]^{|}~-]{28}$/)
    expect(metadata['exif']).toBeUndefined()
  })

  test('says what is transparent', async () => {
    expect((await describeImage(await createGlass(0.5), options)).metadata).toMatchObject({
      hasAlpha: true,
      isOpaque: false,
    })
    const solid = await describeImage(await createGlass(1), options)
    expect(solid.metadata).toMatchObject({hasAlpha: true, isOpaque: true})
    expect(solid.metadata['lqip']).toMatch(/^data:image\/png;base64,/)
  })

  test('counts pixels upright', async () => {
    const turned = await plain.clone().withMetadata({orientation: 6}).jpeg().toBuffer()
    expect((await describeImage(turned, options)).dimensions).toEqual({width: 20, height: 30})
  })

  test('makes only what is asked for', async () => {
    const image = await plain.clone().withExif(camera).jpeg().toBuffer()
    const none = await describeImage(image, {...options, names: ['none']})
    expect(Object.keys(none.metadata).toSorted()).toEqual(['_type', 'dimensions', 'hasAlpha', 'isOpaque'])
    const some = await describeImage(image, {...options, names: ['exif', 'location']})
    expect(some.metadata).toMatchObject({exif: {Make: 'Acme'}, location: {lng: -10.75}})
    expect(some.metadata['palette']).toBeUndefined()
  })

  test('refuses what is no image, is damaged, or has too many pixels', async () => {
    await expect(describeImage(Buffer.from('hello'), options)).rejects.toMatchObject({code: 'badRequest'})
    const noise = sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#888',
        noise: {type: 'gaussian', mean: 128, sigma: 60},
      },
    })
    const whole = await noise.png().toBuffer()
    await expect(describeImage(whole.subarray(0, whole.length / 2), options)).rejects.toMatchObject({
      code: 'badRequest',
    })
    await expect(describeImage(whole, {...options, maxPixels: 39_999})).rejects.toMatchObject({
      code: 'tooLarge',
    })
    const laughs = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghij', (name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>&j;</text></svg>`
    await expect(describeImage(Buffer.from(laughs), options)).rejects.toMatchObject({code: 'badRequest'})
    const bomb = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"/>')
    await expect(describeImage(bomb, options)).rejects.toMatchObject({code: 'tooLarge'})
  })
})

function steal(href: string): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${href}">]><svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#fff"/><image href="${href}" width="20" height="20"/></svg>`,
  )
}

test('a drawing cannot read files of the machine', async () => {
  const secret = join(mkdtempSync(join(tmpdir(), 'lake-svg-')), 'secret.png')
  writeFileSync(secret, await plain.clone().png().toBuffer())
  const {metadata} = await describeImage(steal(`file://${secret}`), options)
  expect(metadata).toMatchObject({palette: {dominant: {background: '#ffffff', population: 100}}})
  rmSync(dirname(secret), {recursive: true})
})

test('the palette sorts colours by what they are', () => {
  const pixels = new Uint8Array([
    ...paint([255, 255, 255], 60),
    ...paint([200, 30, 40], 30),
    ...paint([20, 40, 60], 10),
  ])
  const palette = extractPalette(pixels)
  expect(palette.dominant).toMatchObject({background: '#ffffff', foreground: '#000', population: 60})
  expect(palette.vibrant).toMatchObject({background: '#c81e28', population: 30})
  expect(palette.darkVibrant).toMatchObject({background: '#14283c'})
  expect(palette.muted.population).toBe(0)
})
