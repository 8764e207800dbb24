/** The two kinds of assets; each has a folder on disk and a path in URLs. */
export type AssetKind = 'files' | 'images'

/** An asset's file, named by its content: `<sha1>-<width>x<height>.<ext>` for images, `<sha1>.<ext>` for files. */
export type AssetFile = {
  kind: AssetKind
  dataset: string
  /** SHA-1 of the stored bytes, forty hexadecimal digits. */
  sha1hash: string
  extension: string
  /** Pixels; of images alone. */
  dimensions?: {width: number; height: number}
}

// Names are matched whole and hold no separator or dot-dot, so no path can lead out of the folder.
const imagePattern = /^([0-9a-f]{40})-(\d{1,6})x(\d{1,6})\.([a-z0-9]{1,10})$/
const filePattern = /^([0-9a-f]{40})\.([a-z0-9]{1,10})$/
const datasetPattern = /^~?[a-z0-9][a-z0-9_-]{0,127}$/

/** The name of an asset's file, on disk and in URLs. */
export function toFilename({sha1hash, extension, dimensions}: AssetFile): string {
  const size = dimensions ? `-${dimensions.width}x${dimensions.height}` : ''
  return `${sha1hash}${size}.${extension}`
}

/** The `_id` of an asset's document, for example `image-<sha1>-800x600-jpg`. */
export function toAssetDocumentId(file: AssetFile): string {
  const kind = file.kind === 'images' ? 'image' : 'file'
  return `${kind}-${toFilename(file).replace('.', '-')}`
}

/**
 * Reads the name of an asset's file, or null when it is not one.
 *
 * @example
 * ```ts
 * parseAssetFilename('images', 'production', '../lake.sqlite') // null
 * ```
 */
export function parseAssetFilename(kind: AssetKind, dataset: string, filename: string): AssetFile | null {
  if (!datasetPattern.test(dataset)) return null
  if (kind === 'files') {
    const [, sha1hash, extension] = filePattern.exec(filename) ?? []
    return sha1hash && extension ? {kind, dataset, sha1hash, extension} : null
  }
  const [, sha1hash, width, height, extension] = imagePattern.exec(filename) ?? []
  if (!sha1hash || !extension) return null
  return {kind, dataset, sha1hash, extension, dimensions: {width: Number(width), height: Number(height)}}
}

/** Reads an asset document's `_id`, or null when it names no asset; the way back of {@link toAssetDocumentId}. */
export function parseAssetDocumentId(dataset: string, id: string): AssetFile | null {
  const [, kind, name, extension] = /^(image|file)-(.+)-([a-z0-9]+)$/.exec(id) ?? []
  if (!kind) return null
  return parseAssetFilename(kind === 'image' ? 'images' : 'files', dataset, `${name}.${extension}`)
}
