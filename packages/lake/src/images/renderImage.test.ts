import sharp from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import type {OutputFormat} from './ImageTransformation.ts'
import {parseImageParams} from './parseImageParams.ts'
import {renderImage} from './renderImage.ts'

const limits = {maxInputPixels: 1_000_000, maxOutputPixels: 4_000_000, timeoutMs: 10_000}
const [red, green, blue, black] = ['ff0000', '00ff00', '0000ff', '000000']

/** Four coloured quarters, 80 x 40: red and green above, blue and black below. */
let quarters: Buffer
let animation: Buffer

function paint(width: number, height: number, colour: string) {
  return sharp({create: {width, height, channels: 3, background: `#${colour}`}})
    .png()
    .toBuffer()
}

beforeAll(async () => {
  const parts = await Promise.all([red, green, blue, black].map((colour) => paint(40, 20, colour)))
  const places = [
    [0, 0],
    [40, 0],
    [0, 20],
    [40, 20],
  ]
  const layers = parts.map((input, index) => ({
    input,
    left: places[index]?.[0] ?? 0,
    top: places[index]?.[1] ?? 0,
  }))
  quarters = await sharp({create: {width: 80, height: 40, channels: 3, background: '#fff'}})
    .composite(layers)
    .png()
    .toBuffer()
  const frames = await Promise.all([paint(20, 20, red), paint(20, 20, blue)])
  animation = await sharp(frames, {join: {animated: true}})
    .gif()
    .toBuffer()
})

async function render(query: string, format: OutputFormat = 'png', bytes = quarters) {
  const asked = parseImageParams(new URLSearchParams(query))
  if (asked === null) throw new TypeError('The query asks for nothing.')
  const result = await renderImage(bytes, asked, format, limits)
  const {width, height, format: kind, pages, hasAlpha} = await sharp(result).metadata()
  return {result, size: `${width}x${height}`, kind, pages, hasAlpha}
}

/** The nearest of the 216 web-safe colours: resampling mixes a little of the neighbour in. */
async function colourAt(image: Buffer, x: number, y: number): Promise<string> {
  const {data, info} = await sharp(image)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const at = (y * info.width + x) * 4
  const safe = data
    .subarray(at, at + (data[at + 3] === 255 ? 3 : 4))
    .map((byte) => Math.round(byte / 51) * 51)
  return Buffer.from(safe).toString('hex')
}

describe('renderImage', () => {
  const corners: [query: string, size: string, topLeft: string, bottomRight: string][] = [
    ['w=40', '40x20', red, black],
    ['rect=40,0,40,20', '40x20', green, green],
    ['rect=0,20,80,20&w=40', '40x10', blue, black],
    ['flip=h', '80x40', green, blue],
    ['flip=v', '80x40', blue, green],
    ['flip=hv', '80x40', black, red],
    ['or=90', '40x80', blue, green],
    ['or=180', '80x40', black, red],
    ['or=270', '40x80', green, blue],
    ['or=90&flip=h', '40x80', red, black],
    ['rect=0,0,40,40&or=90', '40x40', blue, red],
    ['w=20&h=20&fit=crop&crop=left', '20x20', red, blue],
    ['w=20&h=20&fit=crop&crop=right', '20x20', green, black],
    ['w=20&h=20&fit=crop&crop=focalpoint&fp-x=1&fp-y=0.5', '20x20', green, black],
    ['w=100&h=100&fit=scale', '100x100', red, black],
    ['w=40&h=40&fit=fill&bg=ffff00', '40x40', 'ffff00', 'ffff00'],
    ['w=40&h=40&fit=fill', '40x40', '00000000', '00000000'],
    ['w=400&h=400&fit=fillmax&bg=fff', '400x400', 'ffffff', 'ffffff'],
    ['w=60&h=60&fit=min', '40x40', red, black],
    ['w=40&pad=5&bg=336699', '50x30', '336699', '336699'],
    ['invert=true', '80x40', '00ffff', 'ffffff'],
    ['w=40&dpr=2', '80x40', red, black],
  ]
  test.each(corners)('%s', async (query, size, topLeft, bottomRight) => {
    const {result, size: found} = await render(query)
    const [width = 0, height = 0] = found.split('x').map(Number)
    expect(found).toBe(size)
    expect(await colourAt(result, 0, 0)).toBe(topLeft)
    expect(await colourAt(result, width - 1, height - 1)).toBe(bottomRight)
  })

  test('grey, blur, sharpen and saturation change the pixels', async () => {
    const grey = await colourAt((await render('sat=-100')).result, 0, 0)
    expect(grey.slice(0, 2)).toBe(grey.slice(2, 4))
    const plain = (await render('w=80')).result
    for (const query of ['blur=50', 'sharp=80&blur=5', 'sat=-50']) {
      expect((await render(query)).result.equals(plain)).toBe(false)
    }
  })

  test('a wide blur keeps size, place and mean colour', async () => {
    for (const query of [
      'blur=2000',
      'blur=400&w=40&h=40&fit=crop&crop=left',
      'blur=2000&w=30&h=30&fit=crop&crop=entropy',
    ]) {
      const [sharpest, blurred] = await Promise.all([
        render(query.replace(/blur=\d+&?/, 'fm=png&')),
        render(query),
      ])
      expect(blurred.size).toBe(sharpest.size)
    }
    const {channels} = await sharp((await render('blur=2000')).result).stats()
    for (const {mean, stdev} of channels.slice(0, 3)) {
      expect(mean).toBeGreaterThan(50)
      expect(mean).toBeLessThan(80)
      expect(stdev).toBeLessThan(20)
    }
  })

  test('a wide blur of a large picture takes its time once for many pixels', async () => {
    const large = await paint(1000, 1000, red)
    expect((await render('blur=2000', 'png', large)).size).toBe('1000x1000')
  })

  test('entropy finds the busy side', async () => {
    const noise = await sharp({
      create: {
        width: 40,
        height: 40,
        channels: 3,
        background: '#888',
        noise: {type: 'gaussian', mean: 128, sigma: 60},
      },
    })
      .png()
      .toBuffer()
    const half = await sharp({create: {width: 200, height: 40, channels: 3, background: '#fff'}})
      .composite([{input: noise, left: 160, top: 0}])
      .png()
      .toBuffer()
    const {result, size} = await render('w=40&h=40&fit=crop&crop=entropy', 'png', half)
    expect(size).toBe('40x40')
    expect((await sharp(result).stats()).entropy).toBeGreaterThan(4)
  })

  test.each([
    ['jpg', 'jpeg'],
    ['pjpg', 'jpeg'],
    ['png', 'png'],
    ['webp', 'webp'],
    ['avif', 'heif'],
    ['gif', 'gif'],
  ] as const)('writes %s', async (format, kind) => {
    expect((await render('w=40', format)).kind).toBe(kind)
  })

  test('quality matters', async () => {
    const noise = await sharp({
      create: {
        width: 100,
        height: 100,
        channels: 3,
        background: '#888',
        noise: {type: 'gaussian', mean: 128, sigma: 40},
      },
    })
      .png()
      .toBuffer()
    const sizes = await Promise.all(
      ['q=10', 'q=90'].map(async (query) => (await render(query, 'jpg', noise)).result.length),
    )
    expect(sizes[0]).toBeLessThan((sizes[1] ?? 0) / 2)
  })

  test('transparency becomes white in JPEG, or the background asked for, and stays in PNG and WebP', async () => {
    const glass = await sharp({
      create: {width: 10, height: 10, channels: 4, background: {r: 0, g: 0, b: 0, alpha: 0}},
    })
      .png()
      .toBuffer()
    expect(await colourAt((await render('w=10', 'jpg', glass)).result, 5, 5)).toBe('ffffff')
    expect(await colourAt((await render('w=10&bg=00f', 'png', glass)).result, 5, 5)).toBe(blue)
    expect((await render('w=10', 'webp', glass)).hasAlpha).toBe(true)
  })

  test('animations stay animated in GIF and WebP, and stand still elsewhere', async () => {
    expect(await render('w=10', 'gif', animation)).toMatchObject({pages: 2})
    expect(await render('w=10&h=5&fit=crop', 'webp', animation)).toMatchObject({pages: 2, size: '10x5'})
    expect((await render('frame=1&w=10', 'gif', animation)).pages ?? 1).toBe(1)
    expect((await render('w=10', 'jpg', animation)).pages ?? 1).toBe(1)
    expect((await render('or=90', 'gif', animation)).pages ?? 1).toBe(1)
    expect((await render('w=10&h=10&fit=crop&crop=entropy&flip=h', 'gif', animation)).pages).toBe(2)
  })

  test('the picture is turned upright first, and its metadata is left out', async () => {
    const turned = await sharp(quarters)
      .jpeg({quality: 100, chromaSubsampling: '4:4:4'})
      .withExif({IFD0: {Copyright: 'x'}})
      .withMetadata({orientation: 6})
      .toBuffer()
    const {result, size} = await render('rect=0,0,40,40', 'png', turned)
    expect(size).toBe('40x40')
    const corner = await colourAt(result, 2, 2)
    expect(corner.slice(4)).toMatch(/^f[a-f0-9]$/)
    expect((await sharp(result).metadata()).exif).toBeUndefined()
  })

  test('a drawing is drawn at the size asked for', async () => {
    const drawing = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="#f00"/></svg>',
    )
    const {result, size} = await render('w=200', 'png', drawing)
    expect(size).toBe('200x200')
    expect(await colourAt(result, 100, 100)).toBe(red)
  })

  test('too many pixels are refused, on the way in and on the way out', async () => {
    await expect(render('w=10000&h=10000&fit=scale')).rejects.toMatchObject({code: 'badRequest'})
    await expect(render('w=100&h=16000&fit=crop&dpr=3')).rejects.toMatchObject({code: 'badRequest'})
    const large = await paint(1100, 1000, red)
    await expect(render('w=10', 'png', large)).rejects.toMatchObject({code: 'tooLarge'})
  })
})
