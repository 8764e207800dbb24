import type {DatabaseSync} from 'node:sqlite'
import {collectReferences} from '../documents/collectReferences.ts'

/** Lists anew what a document refers to; without a document, nothing. */
export function writeReferences(
  database: DatabaseSync,
  {dataset, document: source}: {dataset: string; document: string},
  content?: Parameters<typeof collectReferences>[0],
): void {
  database.prepare('DELETE FROM document_references WHERE dataset = ? AND source = ?').run(dataset, source)
  const insert = database.prepare(
    'INSERT INTO document_references (dataset, source, target, strong) VALUES (?, ?, ?, ?)',
  )
  if (content === undefined) return
  for (const [target, {strong}] of collectReferences(content))
    insert.run(dataset, source, target, Number(strong))
}
