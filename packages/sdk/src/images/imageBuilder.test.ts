import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {imageBuilder} from './imageBuilder.ts'
import {imageUrl, type ImageSource, type ImageUrlOptions} from './imageUrl.ts'

const FILE = 'images/spine/production/0a1b2c-1000x500.png'
const lakes = ['https://cdn.sanity.io', 'http://localhost:3900', 'http://localhost:8080/behind/a/proxy']

function picture(base: string, more: Partial<ImageSource> = {}): ImageSource {
  return {asset: {url: `${base}/${FILE}`, width: 1000, height: 500}, ...more}
}

/** The address in parts, so that order and encoding of parameters make no difference. */
function partsOf(address: string | null | undefined) {
  const {origin, pathname, searchParams} = new URL(address ?? '')
  return {where: origin + pathname, params: Object.fromEntries(searchParams)}
}

function rectOf(address: string | null | undefined): readonly number[] {
  return (partsOf(address).params['rect'] ?? '0,0,1000,500').split(',').map(Number)
}

/** The same wish, put to Sanity's builder. */
function built(image: ImageSource, {width, height, fit = 'max', quality}: ImageUrlOptions) {
  let builder = imageBuilder(image)
  if (width) builder = builder?.width(width) ?? null
  if (height) builder = builder?.height(height) ?? null
  if (width || height) builder = builder?.fit(fit) ?? null
  if (quality) builder = builder?.quality(quality) ?? null
  return builder?.url()
}

const crop = {top: 0.1, bottom: 0.2, left: 0.3, right: 0.1}
const images: readonly (readonly [string, Partial<ImageSource>])[] = [
  ['whole', {}],
  ['with a crop that cuts nothing', {crop: {top: 0, bottom: 0, left: 0, right: 0}}],
  ['cropped', {crop}],
  ['with a hotspot', {hotspot: {x: 0.1, y: 0.9}}],
  ['cropped, with a hotspot', {crop, hotspot: {x: 0.8, y: 0.5}}],
]
const wishes: readonly ImageUrlOptions[] = [
  {},
  {width: 320},
  {height: 200},
  {width: 320, quality: 60},
  {width: 300, height: 300, fit: 'crop'},
  {width: 800, height: 200, fit: 'crop'},
  {width: 200, height: 800, fit: 'crop', quality: 80},
]

describe.each(lakes)('a picture at %s', (base) => {
  describe.each(images)('%s', (_name, more) => {
    it.each(wishes)('has one address for %j, whoever builds it', (wish) => {
      const image = picture(base, more)
      expect(partsOf(imageUrl(image, wish))).toEqual(partsOf(built(image, wish)))
      expect(partsOf(imageUrl(image, wish)).where).toBe(`${base}/${FILE}`)
    })
  })

  it('has the whole pipeline in its builder', () => {
    const builder = imageBuilder(picture(base, {crop}))
    const {where, params} = partsOf(builder?.width(100).dpr(2).blur(10).flipHorizontal().bg('ff0000').url())
    expect(where).toBe(`${base}/${FILE}`)
    expect(params).toEqual({
      rect: '300,50,600,350',
      w: '100',
      dpr: '2',
      blur: '10',
      flip: 'h',
      bg: 'ff0000',
      auto: 'format',
    })
  })
})

describe('a part of a picture', () => {
  const share = fc.integer({min: 0, max: 45}).map((percent) => percent / 100)
  const point = fc.integer({min: 0, max: 100}).map((percent) => percent / 100)
  const side = fc.integer({min: 1, max: 2000})

  it('is the one that the builder takes, to the pixel or its neighbour', () => {
    fc.assert(
      fc.property(share, share, share, share, point, point, side, side, (...drawn) => {
        const [top, bottom, left, right, x, y, width, height] = drawn
        const image = picture('https://cdn.sanity.io', {crop: {top, bottom, left, right}, hotspot: {x, y}})
        const wish: ImageUrlOptions = {width, height, fit: 'crop'}
        const theirs = rectOf(built(image, wish))
        const ours = rectOf(imageUrl(image, wish))
        for (const [at, value] of ours.entries()) {
          expect(Math.abs(value - (theirs[at] ?? Number.NaN))).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('no picture', () => {
  it.each([[null], [{url: null}], [{url: 'https://example.org/cat.png'}]])(
    'has no builder for %j',
    (asset) => {
      expect(imageBuilder({asset})).toBeNull()
    },
  )
})
