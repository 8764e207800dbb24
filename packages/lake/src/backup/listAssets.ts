import type {DatabaseSync} from 'node:sqlite'
import {ASSET_TYPES} from '../archive/archiveAssets.ts'
import {parseAssetDocumentId, toFilename} from '../assets/assetFile.ts'

/** The files that a database's documents of assets name, relative to the data folder. */
export function listAssets(database: DatabaseSync): {path: string; dataset: string; id: string}[] {
  const rows = database.prepare(
    `SELECT dataset, id FROM documents WHERE type IN (${ASSET_TYPES.map(() => '?').join(', ')}) ORDER BY dataset, id`,
  )
  return rows.all(...ASSET_TYPES).flatMap((row) => {
    const [dataset, id] = [String(row['dataset']), String(row['id'])]
    const file = parseAssetDocumentId(dataset, id)
    return file ? [{path: `assets/${dataset}/${file.kind}/${toFilename(file)}`, dataset, id}] : []
  })
}
