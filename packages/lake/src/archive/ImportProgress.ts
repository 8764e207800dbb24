import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'

/** How far an import that goes part by part has come; kept in the database, with the documents of each part. */
export class ImportProgress {
  readonly #database: DatabaseSync
  readonly #key: readonly [source: string, dataset: string]

  constructor(database: DatabaseSync, source: string, dataset: string) {
    this.#database = database
    this.#key = [source, dataset]
  }

  /** The line up to which all documents are written. */
  get line(): number {
    const row = this.#database
      .prepare('SELECT line FROM import_progress WHERE source = ? AND dataset = ?')
      .get(...this.#key)
    return Number(row?.['line'] ?? 0)
  }

  set line(line: number) {
    this.#database
      .prepare(
        `INSERT INTO import_progress (source, dataset, phase, line) VALUES (?, ?, 'documents', ?)
         ON CONFLICT (source, dataset) DO UPDATE SET line = excluded.line`,
      )
      .run(...this.#key, line)
  }

  addWeakened(id: string): void {
    this.#database
      .prepare('INSERT OR IGNORE INTO import_weakened (source, dataset, id) VALUES (?, ?, ?)')
      .run(...this.#key, id)
  }

  /** Whether a document waits for its references, and it waits no more. */
  takeWeakened(id: string): boolean {
    const {changes} = this.#database
      .prepare('DELETE FROM import_weakened WHERE source = ? AND dataset = ? AND id = ?')
      .run(...this.#key, id)
    return changes === 1
  }

  /** Forgets the import: it is done. */
  finish(): void {
    for (const table of ['import_progress', 'import_weakened'])
      this.#database.prepare(`DELETE FROM ${table} WHERE source = ? AND dataset = ?`).run(...this.#key)
  }
}

/** What an import is known by when it goes on: its documents and what was to be done with them. */
export async function importKeyOf(dataFile: string, mode: string): Promise<string> {
  const hash = createHash('sha256').update(`${mode}\n`)
  for await (const chunk of createReadStream(dataFile)) if (Buffer.isBuffer(chunk)) hash.update(chunk)
  return hash.digest('hex')
}
