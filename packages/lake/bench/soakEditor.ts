import {crc32, deflateSync} from 'node:zlib'
import {isJsonObject} from '../src/json/isJsonObject.ts'
import type {LakeUnderLoad} from './LakeUnderLoad.ts'

const DATASET = 'production'

/** One editor at work, as the Studio sends it: opens a document, types, publishes, looks at its history, adds an image. */
export async function editOnce(lake: LakeUnderLoad, editor: number, turn: number): Promise<void> {
  // Each editor has documents of their own: two who publish the same at once are rightly refused.
  const publishedId = `article-${editor * 100 + ((turn * 7) % 100)}`
  const draftId = `drafts.${publishedId}`
  const slug = encodeURIComponent(JSON.stringify(publishedId))
  await lake.ask('list', `/data/query/${DATASET}?query=${encodeURIComponent(LIST)}&perspective=drafts`)
  await lake.ask('by slug', `/data/query/${DATASET}?query=${encodeURIComponent(BY_SLUG)}&$slug=${slug}`)
  await lake.ask('doc', `/data/doc/${DATASET}/${draftId},${publishedId}`)
  const act = (actionType: string, more: object): Promise<unknown> =>
    lake.post(actionType, `/data/actions/${DATASET}`, {
      actions: [{actionType: `sanity.action.document.${actionType}`, draftId, publishedId, ...more}],
    })
  await act('edit', {patch: {unset: ['_empty_action_guard_pseudo_field_']}})
  for (let key = 0; key < 5; key += 1) {
    await act('edit', {
      patch: {
        set: {
          title: `Title ${editor} ${turn} ${key}`,
          'body[0].children[0].text': `Text ${turn}.${key} `.repeat(8),
        },
      },
    })
  }
  await act('publish', {})
  if (turn % 5 === 0) await readHistory(lake, publishedId)
  if (turn % 10 === 0) await addAndRemoveImage(lake, editor * 1_000_000 + turn)
  if (turn % 7 === 0) await createAndDelete(lake, `temporary-${editor}-${turn}`)
}

const LIST = '*[_type == "article"] | order(_updatedAt desc) [0...20] {_id, title, _updatedAt}'
const BY_SLUG = '*[_type == "article" && slug.current == $slug][0]{..., author->, exercise->}'

async function readHistory(lake: LakeUnderLoad, id: string): Promise<void> {
  await lake.ask('history', `/data/history/${DATASET}/events/documents/${id}?limit=20`)
  await lake.ask(
    'history',
    `/data/history/${DATASET}/transactions/${id}?limit=20&reverse=true&effectFormat=mendoza&includeIdentifiedDocumentsOnly=true`,
  )
}

async function addAndRemoveImage(lake: LakeUnderLoad, seed: number): Promise<void> {
  const uploaded = await lake.ask('upload', `/assets/images/${DATASET}?filename=soak.png`, {
    method: 'POST',
    body: new Uint8Array(pngOf(seed)),
    headers: {'content-type': 'image/png'},
  })
  const document = isJsonObject(uploaded) ? uploaded['document'] : undefined
  const id = isJsonObject(document) ? document['_id'] : undefined
  await lake.post('mutate', `/data/mutate/${DATASET}`, {mutations: [{delete: {id}}]})
}

async function createAndDelete(lake: LakeUnderLoad, id: string): Promise<void> {
  await lake.post('mutate', `/data/mutate/${DATASET}`, {
    mutations: [{create: {_id: id, _type: 'note', text: id}}],
  })
  await lake.post('mutate', `/data/mutate/${DATASET}`, {mutations: [{delete: {id}}]})
}

/** A small image that no other seed makes: 32 bit rows of one colour each, in the least that PNG asks for. */
function pngOf(seed: number): Buffer {
  const [width, height] = [64, 64]
  const rows = Buffer.alloc(height * (1 + width * 3), 0)
  for (let index = 0; index < rows.length; index += 1) {
    rows[index] = index % (1 + width * 3) === 0 ? 0 : (seed >> ((index % 4) * 8)) & 255
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
