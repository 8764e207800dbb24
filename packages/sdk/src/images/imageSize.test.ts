import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {imageSize} from './imageSize.ts'
import {imageUrl, type ImageSource, type ImageUrlOptions} from './imageUrl.ts'

const lakes = ['https://cdn.sanity.io', 'http://localhost:3900']
const leftHalf = {top: 0, bottom: 0, left: 0, right: 0.5}
const hotspot = {x: 0.25, y: 0.5}

function picture(base: string, more: Partial<ImageSource> = {}): ImageSource {
  return {
    asset: {url: `${base}/images/spine/production/a-1000x500.png`, width: 1000, height: 500},
    ...more,
  }
}

describe.each(lakes)('a picture at %s', (base) => {
  it.each<[string, Partial<ImageSource>, ImageUrlOptions, [width: number, height: number]]>([
    ['whole', {}, {}, [1000, 500]],
    ['cropped', {crop: leftHalf}, {}, [500, 500]],
    ['cropped, with a hotspot', {crop: leftHalf, hotspot}, {}, [500, 500]],
    ['cropped, at a width', {crop: leftHalf, hotspot}, {width: 320}, [320, 320]],
    ['cropped, at a width that it does not have', {crop: leftHalf}, {width: 800}, [500, 500]],
    ['cropped, at a height', {crop: leftHalf}, {height: 100}, [100, 100]],
    ['within both sides', {}, {width: 400, height: 100}, [200, 100]],
    ['filled', {crop: leftHalf, hotspot}, {width: 300, height: 200, fit: 'crop'}, [300, 200]],
    ['filled beyond its pixels', {}, {width: 2000, height: 2000, fit: 'crop'}, [2000, 2000]],
    ['enlarged, since only one side is to be filled', {}, {width: 2000, fit: 'crop'}, [2000, 1000]],
  ])('%s', (_name, more, options, [width, height]) => {
    expect(imageSize(picture(base, more), options)).toEqual({width, height})
  })

  it('has at least one pixel, whatever a crop leaves, and the part that its address asks for', () => {
    const share = fc.double({min: 0, max: 1, noNaN: true})
    const crops = fc.record({top: share, bottom: share, left: share, right: share})
    fc.assert(
      fc.property(crops, (crop) => {
        const image = picture(base, {crop})
        const {width, height} = imageSize(image) ?? {width: 0, height: 0}
        const rect = new URL(imageUrl(image) ?? '').searchParams.get('rect') ?? '0,0,1000,500'
        expect(rect.split(',').slice(2).map(Number)).toEqual([width, height])
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('a picture of unknown size', () => {
  it.each([[null], [{url: 'https://cdn.sanity.io/images/a.png'}], [{width: 10, height: null}]])(
    '%j has none',
    (asset) => {
      expect(imageSize({asset})).toBeNull()
      expect(imageSize({asset}, {width: 10, height: 10, fit: 'crop'})).toBeNull()
    },
  )
})
