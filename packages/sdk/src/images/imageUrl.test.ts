import {describe, expect, it} from 'vitest'
import {imageUrl} from './imageUrl.ts'

const url = 'http://localhost:3900/images/spine/production/abc-1000x500.png'
const asset = {url, width: 1000, height: 500}

describe('imageUrl', () => {
  it.each([
    ['the picture as it is', {asset}, {}, 'auto=format'],
    ['a width', {asset}, {width: 320.4}, 'w=320&fit=max&auto=format'],
    [
      'both sides',
      {asset},
      {width: 320, height: 320, fit: 'crop' as const},
      'rect=250%2C0%2C500%2C500&w=320&h=320&fit=crop&auto=format',
    ],
    [
      'the part that matters',
      {asset, hotspot: {x: 0.25, y: 0.5}},
      {width: 100, height: 100, fit: 'crop' as const},
      'rect=0%2C0%2C500%2C500&w=100&h=100&fit=crop&auto=format',
    ],
    [
      "the editor's crop",
      {asset, crop: {top: 0.1, bottom: 0.1, left: 0.2, right: 0}},
      {quality: 70},
      'rect=200%2C50%2C800%2C400&q=70&auto=format',
    ],
    [
      'no crop where nothing is cut',
      {asset, crop: {top: 0, bottom: 0, left: 0, right: 0}},
      {},
      'auto=format',
    ],
  ])('asks for %s', (_name, image, options, search) => {
    expect(imageUrl(image, options)).toBe(`${url}?${search}`)
  })

  it.each([[null], [{url: null}], [{url: 'not an address'}]])('gives null for the asset %j', (missing) => {
    expect(imageUrl({asset: missing})).toBeNull()
  })
})
