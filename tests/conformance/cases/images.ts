import sharp from 'sharp'
import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {fetchAsset, fourColours, upload} from '../suite/uploads.ts'
import {sizes} from './images/sizes.ts'
import {crops} from './images/crops.ts'
import {formats} from './images/formats.ts'
import {effects} from './images/effects.ts'
import {DOCS} from './images/vocabulary.ts'
import type {Row} from './images/vocabulary.ts'

/** The transformations of the image API. */
export const images: Subject = {
  subject: 'images',
  cases: [...sizes, ...crops, ...formats, ...effects].map(toCase),
}

function isNear(colour: string, red: number, green: number, blue: number): boolean {
  const wanted = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
  return [red, green, blue].every((value, index) => Math.abs(value - (wanted[index] ?? 0)) <= 40)
}

async function coloursOf(
  bytes: Uint8Array,
  wanted: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const {data, info} = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const found = Object.entries(wanted).map(([place, colour]) => {
    const [x = 0, y = 0] = place.split(',').map(Number)
    const [red = 0, green = 0, blue = 0] = data.subarray((y * info.width + x) * info.channels)
    return [place, isNear(colour, red, green, blue) ? colour : `rgb(${red},${green},${blue})`] as const
  })
  return Object.fromEntries(found)
}

function toCase({
  rule,
  source = DOCS,
  search,
  size,
  type = 'image/png',
  colours = {},
  headers,
  refused,
}: Row): Case {
  return {
    rule,
    source,
    ...(refused ? {embeddedOnly: 'hosted ignores some and words others differently'} : {}),
    async run(scope) {
      const original = await fourColours()
      const asset = await upload(scope, 'images', original, {filename: '~picture.png'}, 'image/png')
      const response = await fetchAsset(scope, asset, search, headers ? {headers} : {})
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (refused) {
        expect({status: response.status, text: new TextDecoder().decode(bytes)}).toEqual({
          status: 400,
          text: expect.stringMatching(refused),
        })
        return
      }
      const {width, height} = await sharp(bytes).metadata()
      expect({
        status: response.status,
        type: response.headers.get('content-type'),
        size: [width, height],
      }).toEqual({status: 200, type, size})
      expect(await coloursOf(bytes, colours)).toEqual(colours)
      if (search === '' || search === 'dlRaw=true&w=100') expect(bytes).toEqual(original)
    },
  }
}
