import {createReadStream, existsSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {parseAssetDocumentId, toFilename} from '../assets/assetFile.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {PushJob} from './push.ts'

// What people write about an asset; all else the other side finds in the bytes.
const WRITTEN = ['title', 'description', 'altText', 'label', 'creditLine', 'source'] as const

/** Uploads the assets that are not there; each is noted as soon as it is. Gives their number. */
export async function pushAssets(job: PushJob): Promise<number> {
  const {plan, state, remote, createId, onProgress, signal} = job
  for (const [id, there] of plan.assets.ids)
    if (state.remoteAsset(id) === undefined) state.note({asset: id, remote: there})
  for (const [index, document] of plan.assets.missing.entries()) {
    if (signal.aborted) throw new LakeError('unfinished', 'Stopped.')
    const uploaded = await upload(job, document)
    const texts = textsOf(document)
    if (Object.keys(texts).length > 0)
      await remote.commit(createId(), [{patch: {id: uploaded, set: texts}}], [uploaded])
    state.note({asset: document._id, remote: uploaded})
    onProgress('Assets', index + 1, plan.assets.missing.length)
  }
  return plan.assets.missing.length
}

async function upload({dataDir, dataset, remote}: PushJob, document: LakeDocument): Promise<string> {
  const file = parseAssetDocumentId(dataset, document._id)
  const path = file && join(dataDir, 'assets', dataset, file.kind, toFilename(file))
  if (!file || !path || !existsSync(path))
    throw new LakeError('damaged', `The file of asset "${document._id}" is missing here: run "lake check".`)
  const {originalFilename, mimeType} = document
  const answer = await remote.upload(file.kind, () => Readable.toWeb(createReadStream(path)), {
    filename: typeof originalFilename === 'string' ? originalFilename : toFilename(file),
    contentType: typeof mimeType === 'string' ? mimeType : 'application/octet-stream',
  })
  return String(answer['_id'])
}

function textsOf(document: LakeDocument): JsonObject {
  return Object.fromEntries(
    WRITTEN.flatMap((name) => (document[name] === undefined ? [] : [[name, document[name]]])),
  )
}
