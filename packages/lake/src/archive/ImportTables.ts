import type {DatabaseSync, StatementSync} from 'node:sqlite'

type Row = Record<string, unknown> | undefined

/**
 * What an import has to remember of all documents at once, in temporary tables, so that memory does not grow with them.
 */
export class ImportTables {
  readonly #database: DatabaseSync
  readonly #dataset: string
  readonly #sql: Record<
    'addId' | 'lineOf' | 'addTarget' | 'addAsset' | 'assetOf' | 'setAsset' | 'assets',
    StatementSync
  >

  constructor(database: DatabaseSync, dataset: string) {
    this.#database = database
    this.#dataset = dataset
    database.exec(`
      CREATE TEMP TABLE import_ids (id TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TEMP TABLE import_targets (target TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID;
      CREATE TEMP TABLE import_assets (path TEXT PRIMARY KEY, kind TEXT NOT NULL, id TEXT) WITHOUT ROWID;
    `)
    this.#sql = {
      addId: database.prepare('INSERT OR IGNORE INTO import_ids VALUES (?, ?)'),
      lineOf: database.prepare('SELECT line FROM import_ids WHERE id = ?'),
      addTarget: database.prepare('INSERT OR IGNORE INTO import_targets VALUES (?, ?)'),
      addAsset: database.prepare('INSERT OR IGNORE INTO import_assets (path, kind) VALUES (?, ?)'),
      assetOf: database.prepare('SELECT id FROM import_assets WHERE path = ?'),
      setAsset: database.prepare('UPDATE import_assets SET id = ? WHERE path = ?'),
      assets: database.prepare('SELECT path, kind FROM import_assets WHERE id IS NULL ORDER BY path LIMIT 1'),
    }
  }

  /** False when the id is there already. */
  addId(id: string, line: number): boolean {
    return this.#sql.addId.run(id, line).changes === 1
  }

  lineOf(id: string): number | undefined {
    const row: Row = this.#sql.lineOf.get(id)
    return row ? Number(row['line']) : undefined
  }

  /** Notes that a document has to be there. */
  addTarget(target: string, source: string): void {
    this.#sql.addTarget.run(target, source)
  }

  /** Some of the documents that have to be there and neither are nor come. */
  missingTargets(): {target: string; source: string}[] {
    return this.#database
      .prepare(
        `SELECT target, source FROM import_targets
         WHERE NOT EXISTS (SELECT 1 FROM import_ids WHERE id = target)
           AND NOT EXISTS (SELECT 1 FROM documents WHERE dataset = ? AND id = target)
         ORDER BY source LIMIT 10`,
      )
      .all(this.#dataset)
      .map((row) => ({target: String(row['target']), source: String(row['source'])}))
  }

  addAsset(path: string, kind: 'image' | 'file'): void {
    this.#sql.addAsset.run(path, kind)
  }

  countAssets(): number {
    return Number(this.#database.prepare('SELECT count(*) AS count FROM import_assets').get()?.['count'] ?? 0)
  }

  /** An asset that has no id yet. */
  nextAsset(): {path: string; kind: 'image' | 'file'} | undefined {
    const row: Row = this.#sql.assets.get()
    return row && {path: String(row['path']), kind: row['kind'] === 'image' ? 'image' : 'file'}
  }

  setAssetId(path: string, id: string): void {
    this.#sql.setAsset.run(id, path)
  }

  assetId(path: string): string {
    const id = this.#sql.assetOf.get(path)?.['id']
    if (typeof id === 'string') return id
    throw new TypeError(`The asset ${path} has no id yet: import the assets before the documents.`)
  }

  close(): void {
    this.#database.exec('DROP TABLE import_ids; DROP TABLE import_targets; DROP TABLE import_assets;')
  }
}
