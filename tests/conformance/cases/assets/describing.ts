import sharp from 'sharp'
import {thumbHashToRGBA} from 'thumbhash'
import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {fetchAsset, fourColours, upload} from '../../suite/uploads.ts'
import {DOCS, TYPES, photo} from './vocabulary.ts'

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

/** Cases of assets: describing. */
export const describing: readonly Case[] = [
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
]
