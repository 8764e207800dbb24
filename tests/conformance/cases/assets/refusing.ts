import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {fetchAsset, fourColours, upload} from '../../suite/uploads.ts'
import {DOCS, TEXT} from './vocabulary.ts'

/** Cases of assets: refusing. */
export const refusing: readonly Case[] = [
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
      await expect.poll(async () => (await fetchAsset(scope, asset)).status).toBe(404)
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
