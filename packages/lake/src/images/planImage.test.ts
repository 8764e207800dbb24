import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseImageParams} from './parseImageParams.ts'
import {planImage, type ImagePlan} from './planImage.ts'

function plan(size: string, query: string): ImagePlan {
  const [width = 0, height = 0] = size.split('x').map(Number)
  const asked = parseImageParams(new URLSearchParams(query))
  if (asked === null) throw new TypeError('The query asks for nothing.')
  return planImage({width, height}, asked)
}

const show = ({width, height}: {width: number; height: number}) => `${width}x${height}`

describe('planImage', () => {
  const cases: [size: string, query: string, scaled: string, crop: string | null, canvas: string | null][] = [
    ['400x200', 'w=100', '100x50', null, null],
    ['400x200', 'h=100', '200x100', null, null],
    ['400x200', 'w=800', '800x400', null, null],
    ['400x200', 'w=800&fit=max', '400x200', null, null],
    ['400x200', 'w=100&h=100', '100x50', null, null],
    ['400x200', 'w=800&h=800', '800x400', null, null],
    ['400x200', 'w=100&h=100&fit=clip', '100x50', null, null],
    ['400x200', 'w=800&h=800&fit=max', '400x200', null, null],
    ['400x200', 'w=100&h=100&fit=scale', '100x100', null, null],
    ['400x200', 'w=100&h=100&fit=fill', '100x50', null, '100x100'],
    ['400x200', 'w=800&h=800&fit=fill', '800x400', null, '800x800'],
    ['400x200', 'w=800&h=800&fit=fillmax', '400x200', null, '800x800'],
    ['400x200', 'w=100&h=100&fit=crop', '200x100', '50,0 100x100', null],
    ['400x200', 'w=100&h=100&fit=crop&crop=left', '200x100', '0,0 100x100', null],
    ['400x200', 'w=100&h=100&fit=crop&crop=right', '200x100', '100,0 100x100', null],
    ['200x400', 'w=100&h=100&fit=crop&crop=bottom', '100x200', '0,100 100x100', null],
    ['200x400', 'w=100&h=100&fit=crop&crop=top,left', '100x200', '0,0 100x100', null],
    ['400x200', 'w=100&h=100&fit=crop&crop=focalpoint&fp-x=1&fp-y=0', '200x100', '100,0 100x100', null],
    ['400x200', 'w=100&h=100&fit=crop&fp-x=0.4', '200x100', '30,0 100x100', null],
    ['400x200', 'w=1000&h=1000&fit=crop', '2000x1000', '500,0 1000x1000', null],
    ['400x200', 'w=1000&h=1000&fit=min', '400x200', '100,0 200x200', null],
    ['400x200', 'w=100&h=100&fit=min', '200x100', '50,0 100x100', null],
    ['400x200', 'w=100&dpr=2', '200x100', null, null],
    ['400x200', 'rect=0,0,100,200&h=100', '50x100', null, null],
    ['400x200', 'or=90', '200x400', null, null],
    ['400x200', 'or=90&w=100', '100x200', null, null],
    ['400x200', 'max-w=100', '100x50', null, null],
    ['400x200', 'min-w=800', '800x400', null, null],
    ['400x200', 'w=500&max-w=100', '100x50', null, null],
    ['400x200', 'fm=webp', '400x200', null, null],
    ['1000x1', 'w=10', '10x1', null, null],
  ]
  test.each(cases)('%s with %s', (size, query, scaled, crop, canvas) => {
    const found = plan(size, query)
    const cut =
      found.crop && 'left' in found.crop ? `${found.crop.left},${found.crop.top} ${show(found.crop)}` : null
    expect([show(found.scaled), cut, found.canvas && show(found.canvas)]).toEqual([scaled, crop, canvas])
  })

  test('a rectangle is held inside the picture', () => {
    expect(plan('400x200', 'rect=350,150,500,500').source).toEqual({
      left: 350,
      top: 150,
      width: 50,
      height: 50,
    })
    expect(plan('400x200', 'rect=900,900,5,5').source).toEqual({left: 399, top: 199, width: 1, height: 1})
  })

  test('entropy leaves the choice to the renderer', () => {
    expect(plan('400x200', 'w=50&h=50&fit=crop&crop=entropy').crop).toEqual({
      entropy: {width: 50, height: 50},
    })
  })

  test('a crop always lies inside what it is cut from, and has the size asked for', () => {
    const side = fc.integer({min: 1, max: 3000})
    const share = fc.integer({min: 0, max: 100}).map((percent) => percent / 100)
    fc.assert(
      fc.property(side, side, side, side, share, share, (width, height, w, h, x, y) => {
        const {scaled, crop} = plan(
          `${width}x${height}`,
          `w=${w}&h=${h}&fit=crop&crop=focalpoint&fp-x=${x}&fp-y=${y}`,
        )
        if (crop === null || !('left' in crop)) throw new TypeError('no crop')
        expect(show(crop)).toBe(`${w}x${h}`)
        expect(crop.left).toBeGreaterThanOrEqual(0)
        expect(crop.top).toBeGreaterThanOrEqual(0)
        expect(crop.left + crop.width).toBeLessThanOrEqual(scaled.width)
        expect(crop.top + crop.height).toBeLessThanOrEqual(scaled.height)
      }),
      {numRuns: 500},
    )
  })
})
