import type {Hono} from 'hono'
import {createGate} from '../images/createGate.ts'
import {createDiskImageStorage, createMemoryImageStorage} from '../images/createImageStorage.ts'
import {createTransformer} from '../images/createTransformer.ts'
import {createImageCache} from '../images/ImageCache.ts'
import {parseAssetDocumentId} from './assetFile.ts'
import type {AssetStore} from './AssetStore.ts'
import {createAssetRoutes, type AssetRoutesOptions} from './createAssetRoutes.ts'
import {createDiskAssetStore} from './createDiskAssetStore.ts'
import {createMemoryAssetStore} from './createMemoryAssetStore.ts'

export type AssetsOptions = Pick<
  AssetRoutesOptions,
  'authorize' | 'baseUrl' | 'projectId' | 'saveDocument'
> & {
  /** Absent: everything stays in memory. */
  dataDir?: string
  /** Bytes of one upload; 100 MB unless told. */
  maxUploadBytes?: number
  /** Pause in an upload, in milliseconds; 30 s unless told. */
  uploadIdleTimeoutMs?: number
  /** Pixels of an image that is taken in or transformed, all frames together; 100 million unless told. */
  maxImagePixels?: number
  /** Pixels of a transformed image; 40 million unless told. */
  maxRenderedPixels?: number
  /** Bytes of transformed images kept; 500 MB on disk or 64 MB in memory unless told. */
  maxImageCacheBytes?: number
}

export type Assets = {
  routes: Hono
  store: AssetStore
  /** Removes the file of an asset whose document is gone; whether there was one. Other ids are left alone. */
  removeFileOf(dataset: string, documentId: string): Promise<boolean>
}

/**
 * The assets of a lake: where their bytes are, the routes that take and give them, and their transformations.
 *
 * @example
 * ```ts
 * const assets = createAssets({dataDir, projectId: 'spine', authorize, saveDocument})
 * app.route('/', assets.routes)
 * ```
 */
export function createAssets(options: AssetsOptions): Assets {
  const {dataDir, maxImagePixels = 100_000_000, ...rest} = options
  const onDisk = dataDir === undefined ? undefined : {dataDir}
  const store = onDisk ? createDiskAssetStore(onDisk) : createMemoryAssetStore()
  const cache = createImageCache({
    storage: onDisk ? createDiskImageStorage(onDisk) : createMemoryImageStorage(),
    maxBytes: options.maxImageCacheBytes ?? (onDisk ? 500_000_000 : 64_000_000),
  })
  // One gate for what is decoded on the way in and what is rendered on the way out.
  const gate = createGate({running: 2, waiting: 500})
  const transform = createTransformer({
    cache,
    gate,
    limits: {
      maxInputPixels: maxImagePixels,
      maxOutputPixels: options.maxRenderedPixels ?? 40_000_000,
      timeoutSeconds: 20,
    },
  })
  const limits = {
    maxBytes: options.maxUploadBytes ?? 100_000_000,
    idleTimeoutMs: options.uploadIdleTimeoutMs ?? 30_000,
    maxPixels: maxImagePixels,
  }
  const {projectId, authorize, saveDocument, baseUrl} = rest
  const routes = createAssetRoutes({
    projectId,
    store,
    transform,
    gate,
    limits,
    authorize,
    saveDocument,
    ...(baseUrl === undefined ? {} : {baseUrl}),
  })
  return {
    routes,
    store,
    async removeFileOf(dataset, documentId) {
      const file = parseAssetDocumentId(dataset, documentId)
      return file !== null && store.remove(file)
    },
  }
}
