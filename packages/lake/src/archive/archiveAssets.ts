import {parseAssetDocumentId, toFilename} from '../assets/assetFile.ts'
import type {AssetFile} from '../assets/assetFile.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** The types of the documents that stand for a file. */
export const ASSET_TYPES = ['sanity.imageAsset', 'sanity.fileAsset'] as const

/** True for documents that stand for a file. */
export function isAssetDocument({_type}: {_type: string}): boolean {
  return _type === 'sanity.imageAsset' || _type === 'sanity.fileAsset'
}

// What the file itself says, or the place it is imported to.
const OWN = new Set(['_id', '_type', 'assetId', 'extension', 'mimeType', 'path', 'uploadId', 'url'])

/** What `assets.json` says of an asset: the members that the file alone does not give. */
export function describeAsset(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !OWN.has(name)))
}

/** The file that a member such as an image points at: `{asset: {_ref: 'image-…'}}`. */
export function assetFileOf(dataset: string, value: JsonObject): AssetFile | null {
  const {asset} = value
  const id = isJsonObject(asset) ? asset['_ref'] : undefined
  return typeof id === 'string' ? parseAssetDocumentId(dataset, id) : null
}

/** Where a file stands in an archive: `images/<sha1>-<width>x<height>.<ext>`. */
export function toArchivePath(file: AssetFile): string {
  return `${file.kind}/${toFilename(file)}`
}

/**
 * Gives each asset in a value the form that it has in an archive (`_sanityAsset: 'image@file://./images/…'`), or takes
 * it out; the way of `sanity dataset export`.
 * @param onAsset - hears of each asset that is pointed at; false takes it out
 */
export function rewriteAssets(
  value: unknown,
  dataset: string,
  onAsset: (file: AssetFile) => boolean,
): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => rewriteAssets(item, dataset, onAsset)).filter((item) => item !== undefined)
  }
  if (!isJsonObject(value)) return value
  const file = assetFileOf(dataset, value)
  if (file && !onAsset(file)) return undefined
  const members = Object.entries(value)
    .filter(([name]) => !(file && name === 'asset'))
    .map(([name, member]) => [name, rewriteAssets(member, dataset, onAsset)] as const)
    .filter(([, member]) => member !== undefined)
  const kind = file?.kind === 'images' ? 'image' : 'file'
  return Object.fromEntries(
    file ? [['_sanityAsset', `${kind}@file://./${toArchivePath(file)}`], ...members] : members,
  )
}
