import type {Hono} from 'hono'
import {createGate} from '../images/createGate.ts'
import {createDiskImageStorage, createMemoryImageStorage} from '../images/createImageStorage.ts'
import {createTransformer} from '../images/createTransformer.ts'
import {createImageCache} from '../images/ImageCache.ts'
import {DEFAULT_LIMITS} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {parseAssetDocumentId} from './assetFile.ts'
import type {AssetStore} from './AssetStore.ts'
import {createAssetRoutes, type AssetRoutesOptions} from './createAssetRoutes.ts'
import type {AssetEnv} from './createAssetRoutes.ts'
import {createDiskAssetStore} from './createDiskAssetStore.ts'
import {createMemoryAssetStore} from './createMemoryAssetStore.ts'

type AssetBounds = Pick<
  LakeLimits,
  | 'maxUploadBytes'
  | 'uploadIdleTimeoutMs'
  | 'maxImagePixels'
  | 'maxRenderedPixels'
  | 'maxRenderings'
  | 'renderTimeoutMs'
  | 'maxImageCacheBytes'
>

// Without a data folder everything is in memory, where there is less room.
const MAX_MEMORY_CACHE_BYTES = 64 * 1024 * 1024

export type AssetsOptions = Pick<
  AssetRoutesOptions,
  'authorize' | 'baseUrl' | 'projectId' | 'saveDocument'
> & {
  /** Absent: everything stays in memory. */
  dataDir?: string
  /** The usual ones, unless told. */
  limits?: AssetBounds
}

export type Assets = {
  routes: Hono<AssetEnv>
  store: AssetStore
  /** Size of the transformed images that are kept. */
  readonly imageCacheBytes: number
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
  const {dataDir, limits: bounds = DEFAULT_LIMITS, ...rest} = options
  const onDisk = dataDir === undefined ? undefined : {dataDir}
  const store = onDisk ? createDiskAssetStore(onDisk) : createMemoryAssetStore()
  const cache = createImageCache({
    storage: onDisk ? createDiskImageStorage(onDisk) : createMemoryImageStorage(),
    maxBytes: onDisk
      ? bounds.maxImageCacheBytes
      : Math.min(bounds.maxImageCacheBytes, MAX_MEMORY_CACHE_BYTES),
  })
  // Readers who ask for many pictures keep no editor from uploading.
  const {maxRenderings} = bounds
  const uploading = createGate({running: 1, maxRenderings: 2 * maxRenderings})
  const rendering = createGate({running: 2, maxRenderings})
  const transform = createTransformer({
    cache,
    gate: rendering,
    limits: {
      maxInputPixels: bounds.maxImagePixels,
      maxOutputPixels: bounds.maxRenderedPixels,
      timeoutMs: bounds.renderTimeoutMs,
    },
  })
  const limits = {
    maxBytes: bounds.maxUploadBytes,
    idleTimeoutMs: bounds.uploadIdleTimeoutMs,
    maxPixels: bounds.maxImagePixels,
    timeoutMs: bounds.renderTimeoutMs,
  }
  const {projectId, authorize, saveDocument, baseUrl} = rest
  const routes = createAssetRoutes({
    projectId,
    store,
    transform,
    gate: uploading,
    limits,
    authorize,
    saveDocument,
    ...(baseUrl === undefined ? {} : {baseUrl}),
  })
  return {
    routes,
    store,
    get imageCacheBytes() {
      return cache.sizeBytes
    },
    async removeFileOf(dataset, documentId) {
      const file = parseAssetDocumentId(dataset, documentId)
      return file !== null && store.remove(file)
    },
  }
}
