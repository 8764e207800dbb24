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

/** SQL that is true for the ids of all documents but releases and the versions in them. */
function withoutReleases(column: string): string {
  return `NOT (${column} LIKE '\\_.releases.%' ESCAPE '\\' OR ${column} LIKE 'versions.%')`
}

function copyRows(database: DatabaseSync, from: string, to: string, options: CopyOptions): void {
  const chosen = options.skipContentReleases === true ? `AND ${withoutReleases('id')}` : ''
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
  if (options.skipHistory !== true) copyHistory(database, from, to, options)
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

// Each transaction keeps its rows together: the first of them is its sequence, and says what all of them share. One of
// which nothing is copied is left out.
function copyHistory(database: DatabaseSync, from: string, to: string, options: CopyOptions): void {
  const chosen =
    options.skipContentReleases === true
      ? `AND (row.document IS NULL OR ${withoutReleases('row.document')})`
      : ''
  const shared = ['id', 'author', 'timestamp', 'origin']
  const own = 'document, previous_rev, result_rev, mutations, apply, revert'
  database
    .prepare(
      `INSERT INTO transactions (position, sequence, dataset, effects, ${shared.join(', ')}, ${own})
       SELECT base + number, base + first, ?, CASE number WHEN first THEN size END,
         ${shared.map((name) => `CASE number WHEN first THEN head_${name} END`).join(', ')}, ${own}
       FROM (
         SELECT *, min(number) OVER (PARTITION BY sequence) AS first, count(document) OVER (PARTITION BY sequence) AS size
         FROM (
           SELECT row.*, row_number() OVER (ORDER BY row.position) AS number,
             ${shared.map((name) => `head.${name} AS head_${name}`).join(', ')}
           FROM transactions AS row JOIN transactions AS head ON head.position = row.sequence
           WHERE row.dataset = ? ${chosen}
         )
       ), (SELECT max(position) AS base FROM transactions)`,
    )
    .run(to, from)
}
