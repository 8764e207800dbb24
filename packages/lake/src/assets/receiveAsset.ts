import {toAssetDocumentId, toFilename, type AssetFile, type AssetKind} from './assetFile.ts'
import type {AssetStore, Upload, UploadLimits} from './AssetStore.ts'
import type {Gate} from '../images/createGate.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {toContentType, toExtension} from './contentType.ts'
import {describeImage, type ImageDescription} from './describeImage.ts'
import {tooLargeUpload} from './readUpload.ts'
import {stripLocation} from './stripLocation.ts'

/** An upload as the request describes it. */
export type AssetRequest = {
  kind: AssetKind
  projectId: string
  dataset: string
  body: ReadableStream<Uint8Array> | null
  /** As the client announced it, when it did. */
  contentLength: number | undefined
  contentType: string | undefined
  params: URLSearchParams
  /** Where the lake serves assets, without a slash at the end: `http://localhost:3900`. */
  baseUrl: string
}

/** The limits of an upload, in bytes, milliseconds and pixels. */
export type AssetLimits = UploadLimits & {maxPixels: number; timeoutMs?: number}

type Content = {extension: string; mimeType: string; image: ImageDescription | null}

async function describeContent(
  upload: Upload,
  request: AssetRequest,
  {gate, ...limits}: {gate: Gate; maxPixels: number; timeoutMs?: number},
): Promise<Content> {
  const filename = request.params.get('filename') ?? undefined
  if (request.kind === 'files') {
    const extension = toExtension(filename, request.contentType)
    const mimeType = request.contentType?.split(';')[0]?.trim() || toContentType(extension).split(';')[0]
    return {extension, mimeType: mimeType ?? 'application/octet-stream', image: null}
  }
  const names = [...request.params.getAll('meta'), ...request.params.getAll('meta[]')]
  const image = await gate(async () => {
    const bytes = await upload.readBytes()
    const described = await describeImage(bytes, {...limits, names})
    // What is published is public: nobody's home address is to travel with a picture of an exercise.
    const stripped = await stripLocation(bytes)
    if (stripped) await upload.replaceBytes(stripped)
    return described
  })
  return {extension: image.extension, mimeType: image.mimeType, image}
}

function readTexts(params: URLSearchParams): JsonObject {
  const fields = {
    originalFilename: 'filename',
    label: 'label',
    title: 'title',
    description: 'description',
    creditLine: 'creditLine',
  }
  const texts = Object.entries(fields).flatMap(([field, name]) => {
    const value = params.get(name)
    return value ? [[field, value]] : []
  })
  const [id, name, url] = [params.get('sourceId'), params.get('sourceName'), params.get('sourceUrl')]
  const source = {
    _type: 'sanity.assetSourceData',
    ...(id ? {id} : {}),
    ...(name ? {name} : {}),
    ...(url ? {url} : {}),
  }
  return {...Object.fromEntries(texts), ...(id || name ? {source} : {})}
}

function toDocument(file: AssetFile, request: AssetRequest, content: Content, sizeBytes: number): JsonObject {
  const path = `${file.kind}/${request.projectId}/${file.dataset}/${toFilename(file)}`
  return {
    _id: toAssetDocumentId(file),
    _type: file.kind === 'images' ? 'sanity.imageAsset' : 'sanity.fileAsset',
    ...readTexts(request.params),
    assetId: file.sha1hash,
    extension: file.extension,
    mimeType: content.mimeType,
    path,
    sha1hash: file.sha1hash,
    size: sizeBytes,
    url: `${request.baseUrl}/${path}`,
    ...(content.image ? {metadata: content.image.metadata} : {}),
  }
}

/**
 * Takes in one upload: reads it, describes it, keeps its bytes, and gives the document to write for it. Nothing is left
 * behind when any of it fails.
 *
 * @throws LakeError `badRequest` for an empty, broken-off or undecodable upload, `tooLarge` beyond a limit.
 */
export async function receiveAsset(
  store: AssetStore,
  request: AssetRequest,
  {limits, gate}: {limits: AssetLimits; gate: Gate},
): Promise<JsonObject> {
  // Refused before it is read: nobody waits for a body that cannot be kept.
  if ((request.contentLength ?? 0) > limits.maxBytes) throw tooLargeUpload(limits)
  const upload = await store.receive(request.body, limits)
  try {
    if (upload.sizeBytes === 0)
      throw new LakeError('badRequest', 'The upload is empty. Send the bytes as the body.')
    const content = await describeContent(upload, request, {gate, ...limits})
    const {kind, dataset} = request
    const {sha1hash, sizeBytes} = upload
    const dimensions = content.image ? {dimensions: content.image.dimensions} : {}
    const file: AssetFile = {kind, dataset, sha1hash, extension: content.extension, ...dimensions}
    await upload.keep(file)
    return toDocument(file, request, content, sizeBytes)
  } catch (error) {
    await upload.discard()
    throw error
  }
}
