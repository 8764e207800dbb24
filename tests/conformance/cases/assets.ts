import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {thumbHashToRGBA} from 'thumbhash'
import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {fetchAsset, fourColours, upload} from '../suite/uploads.ts'

const DOCS = 'Sanity docs, Assets API'
const TYPES = '@sanity/types, ImageAsset'
const TEXT = new TextEncoder().encode('Sit up straight. 🦴')

// A photo with the place where it was taken, as telephones make them.
function photo(background: string): Promise<Buffer> {
  return sharp({create: {width: 60, height: 40, channels: 3, background}})
    .withExif({
      IFD0: {Make: 'Camera', Model: 'One'},
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '59/1 54/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '10/1 45/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()
}

const CASES: Case[] = [
  {
    rule: 'an image becomes a document that says what it is',
    source: `${TYPES}: url, path, assetId, extension, mimeType, sha1hash, size, originalFilename, metadata`,
    async run(scope) {
      const bytes = await fourColours()
      const asset = await upload(scope, 'images', bytes, {filename: '~picture.png'}, 'image/png')
      expect(asset).toMatchObject({
        _id: expect.stringMatching(/^image-[0-9a-f]{40}-400x200-png$/),
        _type: 'sanity.imageAsset',
        assetId: expect.stringMatching(/^[0-9a-f]{40}$/),
        extension: 'png',
        mimeType: 'image/png',
        originalFilename: '~picture.png',
        path: expect.stringMatching(/^images\/[\w-]+\/[\w-]+\/[0-9a-f]{40}-400x200\.png$/),
        sha1hash: expect.stringMatching(/^[0-9a-f]{40}$/),
        size: bytes.byteLength,
        url: expect.stringContaining('/images/'),
        metadata: {
          _type: 'sanity.imageMetadata',
          dimensions: {_type: 'sanity.imageDimensions', width: 400, height: 200, aspectRatio: 2},
          hasAlpha: false,
          isOpaque: true,
        },
      })
      expect(await scope.get(asset._id)).toMatchObject({_id: asset._id, _type: 'sanity.imageAsset'})
    },
  },
  {
    rule: 'by default palette, LQIP and BlurHash are made',
    source: 'Sanity docs, Image metadata: "palette, lqip and blurhash are included by default"',
    async run(scope) {
      const {metadata} = await upload(scope, 'images', await fourColours(), {}, 'image/png')
      expect(metadata).toMatchObject({
        blurHash: expect.stringMatching(/^.{6,}$/),
        lqip: expect.stringMatching(/^data:image\/\w+;base64,/),
        palette: {
          _type: 'sanity.imagePalette',
          dominant: {
            _type: 'sanity.imagePaletteSwatch',
            background: expect.stringMatching(/^#[0-9a-f]{6}$/),
            foreground: expect.any(String),
            population: expect.any(Number),
          },
          vibrant: expect.any(Object),
          darkMuted: expect.any(Object),
        },
      })
      expect(metadata).not.toHaveProperty('exif')
      expect(metadata).not.toHaveProperty('location')
    },
  },
  ...['blurhash', 'lqip', 'palette', 'thumbhash'].map(metadataCase),
  {
    rule: 'meta=none makes the dimensions alone',
    source: `${DOCS}: meta=none`,
    embeddedOnly: 'the same bytes may have been uploaded before',
    async run(scope) {
      const bytes = await sharp({create: {width: 31, height: 17, channels: 3, background: '#123456'}})
        .png()
        .toBuffer()
      const {metadata} = await upload(scope, 'images', bytes, {meta: 'none'}, 'image/png')
      expect(metadata).toEqual({
        _type: 'sanity.imageMetadata',
        dimensions: expect.any(Object),
        hasAlpha: false,
        isOpaque: true,
      })
    },
  },
  {
    rule: 'exif comes on request',
    source: `${DOCS}: meta=exif`,
    embeddedOnly: 'the same bytes may have been uploaded before',
    async run(scope) {
      const {metadata} = await upload(scope, 'images', await photo('#336699'), {meta: 'exif'}, 'image/jpeg')
      expect(metadata).toMatchObject({exif: {_type: 'sanity.imageExifMetadata', Make: 'Camera'}})
      expect(metadata).not.toHaveProperty('location')
    },
  },
  {
    rule: 'the location comes on request alone',
    source: `${DOCS}: meta=location`,
    embeddedOnly: 'the same bytes may have been uploaded before',
    async run(scope) {
      const {metadata} = await upload(
        scope,
        'images',
        await photo('#996633'),
        {meta: 'location'},
        'image/jpeg',
      )
      expect(metadata).toMatchObject({
        location: {_type: 'geopoint', lat: expect.closeTo(59.9, 3), lng: expect.closeTo(10.75, 3)},
      })
    },
  },
  {
    rule: 'the stored picture does not say where it was taken',
    source: 'privacy: what is published is public',
    embeddedOnly: 'hosted keeps the bytes',
    async run(scope) {
      const asset = await upload(scope, 'images', await photo('#669933'), {}, 'image/jpeg')
      const stored = Buffer.from(await (await fetchAsset(scope, asset)).arrayBuffer())
      const {exif} = await sharp(stored).metadata()
      expect(exif?.includes(Buffer.from([0, 0, 0, 59, 0, 0, 0, 1])) ?? false).toBe(false)
      expect(await sharp(stored).metadata()).toMatchObject({width: 60, height: 40})
    },
  },
  {
    rule: 'transparency is told',
    source: `${TYPES}: hasAlpha, isOpaque`,
    async run(scope) {
      const bytes = await sharp({
        create: {width: 20, height: 20, channels: 4, background: {r: 1, g: 2, b: 3, alpha: 0.5}},
      })
        .png()
        .toBuffer()
      const {metadata} = await upload(scope, 'images', bytes, {}, 'image/png')
      expect(metadata).toMatchObject({hasAlpha: true, isOpaque: false})
    },
  },
  {
    rule: 'a turned photo has the size it is seen in',
    source: 'Exif: orientation 6 is turned by 90 degrees',
    async run(scope) {
      const bytes = await sharp({create: {width: 60, height: 40, channels: 3, background: '#336699'}})
        .withMetadata({orientation: 6})
        .jpeg()
        .toBuffer()
      const {metadata} = await upload(scope, 'images', bytes, {}, 'image/jpeg')
      expect(metadata).toMatchObject({dimensions: {width: 40, height: 60}})
    },
  },
  {
    rule: 'the same bytes are one asset',
    source: `${DOCS}: "uploading the same file twice gives the same asset"`,
    async run(scope) {
      const bytes = await fourColours()
      const first = await upload(scope, 'images', bytes, {filename: '~one.png'}, 'image/png')
      const second = await upload(scope, 'images', bytes, {filename: '~two.png'}, 'image/png')
      expect(second._id).toBe(first._id)
      expect(second['_rev']).toBe(first['_rev'])
    },
  },
  {
    rule: 'texts and the source come along',
    source: `${DOCS}: label, title, description, creditLine, sourceId, sourceName, sourceUrl`,
    embeddedOnly: 'the same bytes may have been uploaded before',
    async run(scope) {
      const bytes = await sharp({create: {width: 21, height: 20, channels: 3, background: '#654321'}})
        .png()
        .toBuffer()
      const texts = {
        label: 'L',
        title: 'T',
        description: 'D',
        creditLine: 'C',
        sourceId: 'i',
        sourceName: 'n',
        sourceUrl: 'https://example.org/i',
      }
      expect(await upload(scope, 'images', bytes, texts, 'image/png')).toMatchObject({
        label: 'L',
        title: 'T',
        description: 'D',
        creditLine: 'C',
        source: {id: 'i', name: 'n', url: 'https://example.org/i'},
      })
    },
  },
  {
    rule: 'a file becomes a document',
    source: '@sanity/types, FileAsset',
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      expect(asset).toMatchObject({
        _id: expect.stringMatching(/^file-[0-9a-f]{40}-txt$/),
        _type: 'sanity.fileAsset',
        extension: 'txt',
        mimeType: 'text/plain',
        originalFilename: '~notes.txt',
        size: TEXT.byteLength,
        url: expect.stringContaining('/files/'),
      })
    },
  },
  {
    rule: 'a file is given back byte for byte',
    source: DOCS,
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const response = await fetchAsset(scope, asset)
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(TEXT)
    },
  },
  {
    rule: 'a part of a file',
    source: 'RFC 9110, 14: Range',
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const response = await fetchAsset(scope, asset, '', {headers: {range: 'bytes=4-5'}})
      expect({
        status: response.status,
        range: response.headers.get('content-range'),
        text: await response.text(),
      }).toEqual({
        status: 206,
        range: `bytes 4-5/${TEXT.byteLength}`,
        text: 'up',
      })
    },
  },
  {
    rule: 'a range beyond the file is refused',
    source: 'RFC 9110, 15.5.17: 416',
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      expect((await fetchAsset(scope, asset, '', {headers: {range: 'bytes=900-'}})).status).toBe(416)
    },
  },
  {
    rule: 'what has not changed is not sent again',
    source: 'RFC 9110, 13: ETag and If-None-Match',
    async run(scope) {
      const asset = await upload(scope, 'images', await fourColours(), {}, 'image/png')
      for (const search of ['', 'w=50']) {
        const first = await fetchAsset(scope, asset, search)
        await first.arrayBuffer()
        const etag = first.headers.get('etag') ?? ''
        expect(etag).not.toBe('')
        const second = await fetchAsset(scope, asset, search, {headers: {'if-none-match': etag}})
        expect(second.status).toBe(304)
      }
    },
  },
  {
    rule: 'assets may be kept for ever',
    source: 'an asset is named by its content',
    async run(scope) {
      const asset = await upload(scope, 'images', await fourColours(), {}, 'image/png')
      const response = await fetchAsset(scope, asset, 'w=50')
      await response.arrayBuffer()
      expect(response.headers.get('cache-control')).toMatch(/max-age=\d{7,}/)
    },
  },
  {
    rule: 'HEAD tells without sending',
    source: 'RFC 9110, 9.3.2',
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const response = await fetchAsset(scope, asset, '', {method: 'HEAD'})
      expect({
        status: response.status,
        length: response.headers.get('content-length'),
        text: await response.text(),
      }).toEqual({
        status: 200,
        length: String(TEXT.byteLength),
        text: '',
      })
    },
  },
  {
    rule: 'dl makes a browser save it under that name',
    source: `${DOCS}: dl "forces the browser to download the file"`,
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const response = await fetchAsset(scope, asset, 'dl=my%20notes.txt')
      await response.arrayBuffer()
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment;.*my notes\.txt|my%20notes\.txt/,
      )
    },
  },
  {
    rule: 'what could run in a browser is not served as a page',
    source: 'content sniffing and SVG scripts',
    embeddedOnly: 'hosted serves from a domain of its own',
    async run(scope) {
      const html = new TextEncoder().encode('<script>alert(1)</script>')
      const asset = await upload(scope, 'files', html, {filename: '~page.html'}, 'text/html')
      const response = await fetchAsset(scope, asset)
      await response.arrayBuffer()
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toContain('sandbox')
    },
  },
  {
    rule: 'what is no image is refused as one',
    source: `${DOCS}: images`,
    async run(scope) {
      const answer = await scope.ask('/assets/images/:dataset?filename=~x.png', {
        method: 'POST',
        body: TEXT,
        headers: {'content-type': 'image/png'},
      })
      expect(answer).toMatchObject({status: 400, body: {message: expect.stringMatching(/image/i)}})
    },
  },
  {
    rule: 'an empty upload is refused',
    source: DOCS,
    async run(scope) {
      const answer = await scope.ask('/assets/files/:dataset', {
        method: 'POST',
        body: new Uint8Array(0),
        headers: {'content-type': 'text/plain'},
      })
      expect(answer.status).toBe(400)
    },
  },
  {
    rule: 'uploading needs a token',
    source: `${DOCS}: authenticated`,
    async run(scope) {
      const answer = await scope.ask('/assets/files/:dataset', {
        method: 'POST',
        body: TEXT,
        token: null,
        headers: {'content-type': 'text/plain'},
      })
      expect(answer.status).toBe(401)
    },
  },
  {
    rule: 'an asset that there is none of is not found',
    source: DOCS,
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const other = {...asset, url: asset.url.replace(/[0-9a-f]{40}/, '0'.repeat(40))}
      const response = await fetchAsset(scope, other)
      await response.arrayBuffer()
      expect(response.status).toBe(404)
    },
  },
  {
    rule: 'what is referred to cannot be deleted',
    source: 'Sanity docs, References',
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      await scope.given({
        _id: '~a',
        _type: '~t',
        file: {_type: 'file', asset: {_type: 'reference', _ref: asset._id}},
      })
      expect((await scope.mutate([{delete: {id: asset._id}}])).status).toBe(409)
      await scope.mutate([{delete: {id: '~a'}}])
    },
  },
  {
    rule: 'deleting the document deletes the file',
    source: `${DOCS}: "deleting an asset document deletes the asset"`,
    embeddedOnly: 'hosted keeps copies in its CDN for a while',
    async run(scope) {
      const asset = await upload(
        scope,
        'files',
        new TextEncoder().encode('gone soon'),
        {filename: '~gone.txt'},
        'text/plain',
      )
      expect((await scope.mutate([{delete: {id: asset._id}}])).status).toBe(200)
      await expect.poll(async () => (await fetchAsset(scope, asset)).status, {timeout: 5000}).toBe(404)
    },
  },
  {
    rule: 'the client uploads',
    source: '@sanity/client: assets.upload',
    async run(scope) {
      const client = scope.client()
      const image = await client.assets.upload('image', Buffer.from(await fourColours()), {
        filename: scope.encode('~c.png'),
        extract: ['lqip', 'palette'],
      })
      expect(image).toMatchObject({_type: 'sanity.imageAsset', extension: 'png'})
      const file = await client.assets.upload('file', Buffer.from(TEXT), {
        filename: scope.encode('~c.txt'),
        contentType: 'text/plain',
      })
      expect(file).toMatchObject({_type: 'sanity.fileAsset', extension: 'txt'})
    },
  },
  {
    rule: 'addresses built by @sanity/image-url are served',
    source: '@sanity/image-url: <baseUrl>/images/<project>/<dataset>/<asset>?rect&w&h&fp-x&fp-y&fit',
    async run(scope) {
      const asset = await upload(scope, 'images', await fourColours(), {}, 'image/png')
      const {projectId, dataset} = scope.target
      const image = {
        asset: {_ref: asset._id},
        crop: {top: 0, bottom: 0.5, left: 0, right: 0},
        hotspot: {x: 0.75, y: 0.25, width: 0.2, height: 0.2},
      }
      const url = createImageUrlBuilder({projectId, dataset, baseUrl: new URL(asset.url).origin})
        .image(image)
        .width(100)
        .height(100)
        .url()
      const response = await fetchAsset(scope, {...asset, url: url.split('?')[0] ?? ''}, url.split('?')[1])
      const {data} = await sharp(new Uint8Array(await response.arrayBuffer()))
        .removeAlpha()
        .raw()
        .toBuffer({resolveWithObject: true})
      // The hotspot is in the green part, and the crop leaves the upper half: nothing but green is left.
      expect([...data.subarray(0, 3)]).toEqual([0, 255, 0])
    },
  },
]

function metadataCase(name: string): Case {
  return {
    rule: `meta=${name} makes that alone`,
    source: `${DOCS}: meta "Specifies which metadata to extract"; @sanity/types, AssetMetadataType`,
    embeddedOnly: 'the same bytes may have been uploaded before',
    async run(scope) {
      // Bytes of their own: what is there already is not described anew.
      const colours: Record<string, string> = {
        blurhash: '#110000',
        lqip: '#220000',
        palette: '#330000',
        thumbhash: '#440000',
      }
      const bytes = await sharp({
        create: {width: 40, height: 30, channels: 3, background: colours[name] ?? '#550000'},
      })
        .png()
        .toBuffer()
      const {metadata} = await upload(scope, 'images', bytes, {meta: name}, 'image/png')
      const members = {blurhash: 'blurHash', lqip: 'lqip', palette: 'palette', thumbhash: 'thumbHash'}
      const found = Object.entries(members).filter(([, member]) =>
        JSON.stringify(metadata).includes(`"${member}"`),
      )
      expect(found.map(([one]) => one)).toEqual([name])
      if (name !== 'thumbhash') return
      const hash = /"thumbHash":"([^"]+)"/.exec(JSON.stringify(metadata))?.[1] ?? ''
      const {w, h} = thumbHashToRGBA(Buffer.from(hash, 'base64'))
      expect(w / h).toBeCloseTo(4 / 3, 0)
    },
  }
}

/** Uploads, what is known of them, and how they are served. */
export const assets: Subject = {subject: 'assets', cases: CASES}
