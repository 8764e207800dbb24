import type {DatabaseSync, StatementSync} from 'node:sqlite'

/** The statements that read and write the documents of a dataset and their references. */
export type DocumentStatements = Record<
  | 'load'
  | 'type'
  | 'content'
  | 'slug'
  | 'referrers'
  | 'having'
  | 'put'
  | 'replace'
  | 'remove'
  | 'putReference'
  | 'removeReference',
  StatementSync
>

/** Prepares what reads and writes documents. */
export function prepareDocumentStatements(database: DatabaseSync): DocumentStatements {
  return {
    load: database.prepare(
      'SELECT id, type FROM documents INDEXED BY documents_by_type WHERE dataset = ? ORDER BY id',
    ),
    type: database.prepare('SELECT type FROM documents WHERE dataset = ? AND id = ?'),
    content: database.prepare('SELECT content FROM documents WHERE dataset = ? AND id = ?'),
    slug: database.prepare('SELECT id FROM documents WHERE dataset = ? AND slug = ? ORDER BY id'),
    referrers: database.prepare(
      'SELECT source, strong FROM document_references WHERE dataset = ? AND target = ? ORDER BY source',
    ),
    // Searches pass over dots in words. The address of an asset is made when it is read, so that its text is not known.
    having: database.prepare(
      `SELECT id FROM documents WHERE dataset = ?1 AND id BETWEEN ?3 AND ?4 AND (type LIKE 'sanity.%' OR NOT EXISTS (
         SELECT 1 FROM json_each(?2) AS piece WHERE replace(content, '.', '') NOT LIKE '%' || piece.value || '%'))`,
    ),
    put: database.prepare(
      `INSERT INTO documents (dataset, id, type, slug, rev, created_at, updated_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (dataset, id) DO UPDATE SET type = excluded.type, slug = excluded.slug, rev = excluded.rev,
       created_at = excluded.created_at, updated_at = excluded.updated_at, content = excluded.content`,
    ),
    // Naming neither type nor slug leaves their indexes, and the pages of them, as they are.
    replace: database.prepare(
      'UPDATE documents SET rev = ?, created_at = ?, updated_at = ?, content = ? WHERE dataset = ? AND id = ?',
    ),
    remove: database.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?'),
    putReference: database.prepare(
      `INSERT INTO document_references (dataset, source, target, strong) VALUES (?, ?, ?, ?)
       ON CONFLICT (dataset, target, source) DO UPDATE SET strong = excluded.strong`,
    ),
    removeReference: database.prepare(
      'DELETE FROM document_references WHERE dataset = ? AND target = ? AND source = ?',
    ),
  }
}
