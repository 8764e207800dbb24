import type {LakeDocument} from '../documents/LakeDocument.ts'

const ASSET_TYPES = new Set(['sanity.imageAsset', 'sanity.fileAsset'])

/**
 * Gives an asset document the address under which this lake serves its file now: the port and the host may be others
 * than at the upload, and the database may have been made in process. Other documents come back as they are.
 */
export function resolveAssetUrl(document: LakeDocument, publicUrl: string): LakeDocument {
  const path = document['path']
  if (!ASSET_TYPES.has(document._type) || typeof path !== 'string') return document
  return {...document, url: `${publicUrl}/${path}`}
}
