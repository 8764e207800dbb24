import {Hono, type Context} from 'hono'
import {answerLakeErrors} from './answerLakeErrors.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {Exchange} from '../http/LakeApp.ts'
import type {Gate} from '../images/createGate.ts'
import type {ImageTransformation} from '../images/ImageTransformation.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {Transformer} from '../images/createTransformer.ts'
import {negotiateFormat, toMimeType} from '../images/negotiateFormat.ts'
import {outputSize, planImage} from '../images/planImage.ts'
import {parseImageParams} from '../images/parseImageParams.ts'
import {parseAssetFilename, toFilename, type AssetFile, type AssetKind} from './assetFile.ts'
import type {AssetStore, StoredAsset} from './AssetStore.ts'
import {toContentType} from './contentType.ts'
import {receiveAsset, type AssetLimits} from './receiveAsset.ts'
import {serveBytes} from './serveBytes.ts'

/** What the routes know of where a request came from. */
export type AssetEnv = {Bindings: Partial<Exchange>}

/** What the routes need of the rest of the lake. */
export type AssetRoutesOptions = {
  projectId: string
  store: AssetStore
  transform: Transformer
  /** What decoding an upload waits at. */
  gate: Gate
  limits: AssetLimits
  /** @throws LakeError `unauthorized` or `forbidden` when this request may not read or write a dataset's assets. */
  authorize(request: Request, dataset: string, access: 'read' | 'write'): Promise<void> | void
  /** Writes the document if there is none of its id yet, and gives the one that stands then. */
  saveDocument(dataset: string, document: JsonObject, request: Request): Promise<JsonObject> | JsonObject
  /** Where assets are served, when it is not the host that the upload was sent to. */
  baseUrl?: string
}

function toBaseUrl(request: Request, {baseUrl, projectId}: AssetRoutesOptions): string {
  if (baseUrl !== undefined) return baseUrl.replace(/\/+$/, '')
  const url = new URL(request.url)
  // Image URLs are built on the API host without the project (@sanity/image-url), so both forms become one.
  return url.origin.replace(`//${projectId}.`, '//')
}

type AssetContext = Context<AssetEnv>

function downloadName(c: AssetContext, file: AssetFile): string | undefined {
  const name = c.req.query('dl')
  return name === undefined ? undefined : name || toFilename(file)
}

function serveOriginal(c: AssetContext, file: AssetFile, asset: StoredAsset): Promise<Response> {
  return serveBytes(c.req.raw, {
    sizeBytes: asset.sizeBytes,
    etag: file.sha1hash,
    contentType: toContentType(file.extension),
    downloadAs: downloadName(c, file),
    isPicture: file.kind === 'images',
    variesByAccept: false,
    body: (range) => asset.stream(range),
  })
}

async function serveTransformed(
  c: AssetContext,
  {file, asset, asked}: {file: AssetFile; asset: StoredAsset; asked: ImageTransformation},
  transform: Transformer,
): Promise<Response> {
  const animated = file.extension === 'gif' || file.extension === 'webp'
  const {width, height} = outputSize(planImage(file.dimensions ?? {width: 1, height: 1}, asked))
  const original = {extension: file.extension, animated, pixels: width * height}
  const format = negotiateFormat(asked, c.req.header('accept') ?? '', original)
  const name = `${file.dataset}/${toFilename(file)}`
  const {bytes, etag} = await transform(
    {name, readBytes: () => asset.readBytes()},
    asked,
    format,
    c.env?.client,
  )
  return serveBytes(c.req.raw, {
    sizeBytes: bytes.byteLength,
    etag,
    contentType: toMimeType(format),
    downloadAs: downloadName(c, file),
    isPicture: true,
    variesByAccept: asked.autoFormat,
    body: ({start, end}) => new Uint8Array(bytes.subarray(start, end)),
  })
}

/**
 * The routes of assets: uploads (`POST /assets/images|files/:dataset`) and what they become
 * (`GET /images|files/:projectId/:dataset/:file`), without a version in front.
 *
 * @example
 * ```ts
 * app.route('/v1', createAssetRoutes({projectId, store, transform, limits, authorize, saveDocument}))
 * ```
 */
export function createAssetRoutes(options: AssetRoutesOptions): Hono<AssetEnv> {
  const {projectId, store, transform, limits} = options
  const app = new Hono<AssetEnv>()
  app.onError(answerLakeErrors)

  const upload = (kind: AssetKind) => async (c: AssetContext) => {
    const dataset = c.req.param('dataset') ?? ''
    await options.authorize(c.req.raw, dataset, 'write')
    const document = await receiveAsset(
      store,
      {
        kind,
        projectId,
        dataset,
        body: c.req.raw.body,
        contentLength: Number(c.req.header('content-length') ?? 0),
        contentType: c.req.header('content-type'),
        params: new URL(c.req.url).searchParams,
        baseUrl: toBaseUrl(c.req.raw, options),
      },
      {limits, gate: options.gate},
    )
    return Response.json({document: await options.saveDocument(dataset, document, c.req.raw)})
  }

  const open = async (c: AssetContext, kind: AssetKind) => {
    const [project, dataset = '', filename = ''] = [
      c.req.param('projectId'),
      c.req.param('dataset'),
      c.req.param('file'),
    ]
    const file = project === projectId ? parseAssetFilename(kind, dataset, filename) : null
    if (file) await options.authorize(c.req.raw, dataset, 'read')
    const asset = file && (await store.open(file))
    if (!file || !asset)
      throw new LakeError('notFound', `There is no asset "${filename}" in dataset "${dataset}".`)
    return {file, asset}
  }

  const serveImage = async (c: AssetContext) => {
    const {file, asset} = await open(c, 'images')
    const asked = parseImageParams(new URL(c.req.url).searchParams)
    // A drawing fits every size as it is; it becomes pixels only for those who ask for a format.
    if (asked === null || (file.extension === 'svg' && asked.format === undefined))
      return serveOriginal(c, file, asset)
    return serveTransformed(c, {file, asset, asked}, transform)
  }

  app.post('/assets/images/:dataset', upload('images'))
  app.post('/assets/files/:dataset', upload('files'))
  app.get('/images/:projectId/:dataset/:file', serveImage)
  // A last part in the path is a name for people (vanity name), which changes nothing.
  app.get('/images/:projectId/:dataset/:file/:name', serveImage)
  const serveFile = async (c: AssetContext) => {
    const {file, asset} = await open(c, 'files')
    return serveOriginal(c, file, asset)
  }
  app.get('/files/:projectId/:dataset/:file', serveFile)
  app.get('/files/:projectId/:dataset/:file/:name', serveFile)
  return app
}
