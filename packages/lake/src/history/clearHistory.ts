import type {DatabaseSync} from 'node:sqlite'

/**
 * Forgets what a document was before a transaction: contents, revisions, mutations, and the actions they came from. That
 * something happened to it, when and by whom stays in the log, so that whoever follows the log sees no gap.
 */
export function clearHistory(
  database: DatabaseSync,
  {dataset, document, before}: {dataset: string; document: string; before: number},
): void {
  database
    .prepare(
      `UPDATE transactions SET origin = NULL WHERE origin IS NOT NULL AND position IN
         (SELECT sequence FROM transactions WHERE dataset = ?1 AND document = ?2 AND sequence < ?3)`,
    )
    .run(dataset, document, before)
  database
    .prepare(
      `UPDATE transactions SET previous_rev = NULL, result_rev = NULL, mutations = NULL, apply = NULL, revert = NULL
       WHERE dataset = ?1 AND document = ?2 AND sequence < ?3`,
    )
    .run(dataset, document, before)
}
