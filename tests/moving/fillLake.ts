import {deflateSync, crc32} from 'node:zlib'
import type {SanityClient} from '@sanity/client'

/** The bytes of the assets that `fillLake` uploads, by the names of their fields. */
export type FilledAssets = {image: Buffer; loneImage: Buffer; video: Buffer; text: Buffer}

/**
 * Fills a dataset with what is hard to move: references in a circle, to drafts' published documents and to assets,
 * drafts, a version in a release, images in arrays, an image that nothing shows, files with odd extensions.
 */
export async function fillLake(client: SanityClient): Promise<FilledAssets> {
  const bytes: FilledAssets = {
    image: png(3, 2, 10),
    loneImage: png(2, 2, 200),
    video: Buffer.from('not really a video, and nobody looks inside'),
    text: Buffer.from('exercise;repetitions\nbridge;10\n'),
  }
  const image = await client.assets.upload('image', bytes.image, {
    filename: 'bridge.png',
    title: 'Bridge',
    description: 'Somebody on the floor',
    creditLine: 'Clinic',
    label: 'bridge',
  })
  await client.assets.upload('image', bytes.loneImage, {filename: 'lone.png'})
  const video = await client.assets.upload('file', bytes.video, {
    filename: 'bridge.mp4',
    contentType: 'video/mp4',
  })
  const text = await client.assets.upload('file', bytes.text, {filename: 'plan.csv'})
  await client.action({
    actionType: 'sanity.action.release.create',
    releaseId: 'rSpring',
    metadata: {title: 'Spring', releaseType: 'asap'},
  })
  const picture = {
    _type: 'image',
    asset: {_type: 'reference', _ref: image._id},
    hotspot: {x: 0.4, y: 0.5, width: 1, height: 1},
  }
  await client
    .transaction()
    .create({
      _id: 'article',
      _type: 'article',
      title: 'Backs „and“ ünïcödé 🦴',
      author: {_type: 'reference', _ref: 'ann'},
      cover: {...picture, alt: 'A bridge'},
      bare: {_type: 'image', asset: {_type: 'reference', _ref: image._id}},
      body: [
        {
          _type: 'block',
          _key: 'a',
          children: [{_type: 'span', _key: 'b', text: 'Text', marks: []}],
          markDefs: [],
          style: 'normal',
        },
        {...picture, _key: 'c'},
        {_type: 'attachment', _key: 'd', file: {_type: 'file', asset: {_type: 'reference', _ref: text._id}}},
      ],
      numbers: [0, -1.5, 1e21],
      nothing: null,
    })
    .create({
      _id: 'ann',
      _type: 'person',
      name: 'Ann',
      wrote: [{_type: 'reference', _key: 'k', _ref: 'article'}],
      self: {_type: 'reference', _ref: 'ann'},
    })
    .create({
      _id: 'clip',
      _type: 'clip',
      file: {_type: 'file', asset: {_type: 'reference', _ref: video._id}},
      later: {_type: 'reference', _ref: 'nowhere', _weak: true},
    })
    .create({
      _id: 'drafts.article',
      _type: 'article',
      title: 'Draft',
      author: {_type: 'reference', _ref: 'ann'},
    })
    .create({
      _id: 'drafts.new',
      _type: 'article',
      title: 'Never published',
      author: {_type: 'reference', _ref: 'fresh', _weak: true, _strengthenOnPublish: {type: 'person'}},
    })
    .commit()
  await client.action({
    actionType: 'sanity.action.document.version.create',
    publishedId: 'article',
    document: {_id: 'versions.rSpring.article', _type: 'article', title: 'Spring', cover: picture},
  })
  return bytes
}

/** A PNG of one grey value: small, and decodable. */
function png(width: number, height: number, grey: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, grey)])
  const rows = Buffer.concat(Array.from({length: height}, () => row))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
