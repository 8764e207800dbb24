import sharp from 'sharp'
import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {fourColours, upload} from '../../suite/uploads.ts'
import {DOCS, TYPES, TEXT} from './vocabulary.ts'

/** Cases of assets: describing more. */
export const describingMore: readonly Case[] = [
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
]
