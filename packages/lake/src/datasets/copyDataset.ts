import type {DatabaseSync} from 'node:sqlite'
import type {AssetStore} from '../assets/AssetStore.ts'
import type {Dataset} from '../Dataset.ts'
import type {DatasetRegistry} from '../DatasetRegistry.ts'
import {LakeError} from '../errors/LakeError.ts'

/** What goes along with the documents. */
export type CopyOptions = {skipHistory?: boolean; skipContentReleases?: boolean}

/**
 * Copies a dataset into a new one: documents, history, and the files of assets. All of it is there or none; files that
 * a failure leaves behind belong to no document.
 * @throws LakeError `notFound` for the source, `conflict` when the target is there already.
 */
export async function copyDataset(
  {database, datasets, assets}: {database: DatabaseSync; datasets: DatasetRegistry; assets: AssetStore},
  from: string,
  to: string,
  options: CopyOptions = {},
): Promise<Dataset> {
  const source = datasets.get(from)
  if (datasets.find(to))
    throw new LakeError('conflict', `Dataset "${to}" is there already: choose another name.`)
  source.transactor.flush()
  await assets.copyDataset(from, to)
  try {
    return datasets.create(to, {aclMode: source.aclMode, profile: source.profile}, () =>
      copyRows(database, from, to, options),
    )
  } catch (error) {
    await assets.removeDataset(to)
    throw error
  }
}

// A release and the versions in it.
const RELEASES = `(id LIKE '\\_.releases.%' ESCAPE '\\' OR id LIKE 'versions.%')`

function copyRows(database: DatabaseSync, from: string, to: string, options: CopyOptions): void {
  const chosen = options.skipContentReleases === true ? `AND NOT ${RELEASES}` : ''
  database
    .prepare(
      `INSERT INTO documents (dataset, id, type, slug, rev, created_at, updated_at, content)
       SELECT ?, id, type, slug, rev, created_at, updated_at, content FROM documents WHERE dataset = ? ${chosen}`,
    )
    .run(to, from)
  database
    .prepare(
      `INSERT INTO document_references (dataset, source, target, strong)
       SELECT ?, source, target, strong FROM document_references
       WHERE dataset = ? AND source IN (SELECT id FROM documents WHERE dataset = ?)`,
    )
    .run(to, from, to)
  moveAssets(database, from, to)
  if (options.skipHistory !== true) copyHistory(database, from, to)
}

// The path of an asset names its dataset.
function moveAssets(database: DatabaseSync, from: string, to: string): void {
  for (const member of ['path', 'url']) {
    database
      .prepare(
        `UPDATE documents SET content = json_set(content, '$.${member}',
           replace(json_extract(content, '$.${member}'), '/' || ? || '/', '/' || ? || '/'))
         WHERE dataset = ? AND type IN ('sanity.imageAsset', 'sanity.fileAsset')
           AND json_type(content, '$.${member}') = 'text'`,
      )
      .run(from, to, to)
  }
}

// Each transaction keeps its rows together: the first of them is its sequence.
function copyHistory(database: DatabaseSync, from: string, to: string): void {
  const columns = `id, author, timestamp, origin, effects, document, previous_rev, result_rev, mutations, apply, revert`
  database
    .prepare(
      `INSERT INTO transactions (position, sequence, dataset, ${columns})
       SELECT base + number, base + number - (position - sequence), ?, ${columns}
       FROM (SELECT *, row_number() OVER (ORDER BY position) AS number FROM transactions WHERE dataset = ?),
         (SELECT max(position) AS base FROM transactions)`,
    )
    .run(to, from)
}
