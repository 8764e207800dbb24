import {createClient} from '@sanity/client'
import {startLake, type RunningLake} from '@spine-center/lake'
import {createContent, imageSize, imageUrl, type ImageSource, type ImageUrlOptions} from '@spine-center/sdk'
import {figureToHtml} from '@spine-center/sdk/html'
import {personJsonLd, type JsonLdGraph} from '@spine-center/sdk/jsonld'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const crop = {_type: 'sanity.imageCrop', top: 0.1, bottom: 0.15, left: 0.2, right: 0.3}
const hotspot = {_type: 'sanity.imageHotspot', x: 0.3, y: 0.4, width: 0.2, height: 0.2}

let lake: RunningLake
let image: ImageSource
let html: string
let graph: JsonLdGraph

beforeAll(async () => {
  lake = await startLake({port: 0, projectId: 'spine', dataset: 'production'})
  const token = lake.createToken({role: 'editor', label: 'pictures'})
  const client = createClient({
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    token,
  })
  const pixels = {width: 1003, height: 507, channels: 3, background: '#2266aa'} as const
  const asset = await client.assets.upload('image', await sharp({create: pixels}).png().toBuffer())
  const picture = {_type: 'image', crop, hotspot, asset: {_type: 'reference', _ref: asset._id}}
  await client.create({
    _id: 'ada',
    _type: 'person',
    name: {given: 'Ada', family: 'Who'},
    slug: {_type: 'slug', current: 'ada'},
    roles: ['author'],
    portrait: {_type: 'figure', image: picture, alt: 'Ada'},
  })
  const person = await createContent({url: lake.url, dataset: 'production'}).person('ada')
  if (!person?.portrait) throw new Error('The person has no portrait.')
  ;({image} = person.portrait)
  html = figureToHtml(person.portrait)
  graph = personJsonLd(person, {url: 'https://clinic.example/people/ada'})
})
afterAll(() => lake.close())

/** Width and height of what the lake sends from an address. */
async function arriving(address: string | null): Promise<{width: number; height: number}> {
  const response = await fetch(address ?? '')
  const {width, height} = await sharp(await response.arrayBuffer()).metadata()
  return {width, height}
}

function attribute(name: string): string {
  return (new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
}

describe('a picture that an editor cropped, with a hotspot', () => {
  it.each<[ImageUrlOptions]>([
    [{}],
    [{width: 320}],
    [{width: 2000}],
    [{height: 100}],
    [{width: 300, height: 100}],
    [{width: 300, height: 300, fit: 'crop'}],
    [{width: 700, height: 90, fit: 'crop'}],
    [{width: 900, fit: 'crop'}],
  ])('arrives in the size that is said for %j', async (options) => {
    expect(await arriving(imageUrl(image, options))).toEqual(imageSize(image, options))
  })

  it('is as wide in HTML as its srcset says, and keeps its proportions', async () => {
    const candidates = attribute('srcset')
      .split(', ')
      .map((candidate) => candidate.split(' '))
    expect(candidates.map(([, width]) => width)).toEqual(['400w', '501w'])
    for (const [address = '', width] of candidates) {
      // oxlint-disable-next-line no-await-in-loop -- one small picture after another
      expect(`${(await arriving(address)).width}w`).toBe(width)
    }
    expect(await arriving(attribute('src'))).toEqual({
      width: Number(attribute('width')),
      height: Number(attribute('height')),
    })
  })

  it('is the one that structured data shows', async () => {
    const shown = graph['@graph'].flatMap((node) => (node['@type'] === 'Person' ? (node.image ?? []) : []))
    expect(shown).toHaveLength(1)
    for (const {url, width, height} of shown) {
      const arrived = await arriving(url)
      expect(arrived).toEqual({width: 501, height: 380})
      expect(arrived).toEqual({width: width?.value, height: height?.value})
    }
  })
})
