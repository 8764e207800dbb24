import {randomUUID} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {Dataset} from './Dataset.ts'
import type {AclMode, DatasetOptions} from './Dataset.ts'
import {LakeError} from './errors/LakeError.ts'
import {inTransaction} from './store/inTransaction.ts'

const NAME = /^(?=.{1,64}$)~?[a-z0-9][-_a-z0-9]*$/

/** The datasets of a lake, by name. */
export class DatasetRegistry {
  readonly #database: DatabaseSync
  readonly #options: DatasetOptions
  readonly #datasets = new Map<string, Dataset>()
  readonly #onOpen = new Set<(dataset: Dataset) => void>()
  readonly #onRemove = new Set<(dataset: Dataset) => void>()

  constructor(database: DatabaseSync, options: DatasetOptions) {
    this.#database = database
    this.#options = options
    const rows = database.prepare(
      'SELECT name, acl_mode, profile, addon_for, created_at FROM datasets ORDER BY name',
    )
    for (const row of rows.all()) {
      const addonFor = row['addon_for']
      this.#open({
        name: String(row['name']),
        // What says neither is kept from strangers.
        aclMode: row['acl_mode'] === 'public' ? 'public' : 'private',
        profile: String(row['profile']),
        addonFor: typeof addonFor === 'string' ? addonFor : undefined,
        createdAt: String(row['created_at']),
      })
    }
  }

  /** Calls back for every dataset, those there are and those to come. */
  onOpen(callback: (dataset: Dataset) => void): void {
    this.#onOpen.add(callback)
    for (const dataset of this.#datasets.values()) callback(dataset)
  }

  /** Calls back for every dataset that is about to go. */
  onRemove(callback: (dataset: Dataset) => void): void {
    this.#onRemove.add(callback)
  }

  list(): Dataset[] {
    return [...this.#datasets.values()]
  }

  find(name: string): Dataset | undefined {
    return this.#datasets.get(name)
  }

  /** @throws LakeError `notFound` naming the dataset. */
  get(name: string): Dataset {
    const dataset = this.#datasets.get(name)
    if (dataset) return dataset
    const known = [...this.#datasets.keys()].join(', ')
    throw new LakeError('notFound', `Dataset "${name}" not found: this lake has ${known || 'none'}.`)
  }

  /**
   * Makes a dataset, or gives the one there is.
   * @throws LakeError `badRequest` for a name that Sanity would not take.
   */
  ensure(name: string, options: {aclMode?: AclMode; profile?: string; addonFor?: string} = {}): Dataset {
    return this.#datasets.get(name) ?? this.create(name, options)
  }

  /**
   * Makes a dataset.
   * @param fill - writes rows of the dataset in the same transaction
   * @throws LakeError `conflict` when there is one, `badRequest` for a name that Sanity would not take.
   */
  create(
    name: string,
    options: {aclMode?: AclMode; profile?: string; addonFor?: string} = {},
    fill: () => void = () => undefined,
  ): Dataset {
    if (this.#datasets.has(name)) throw new LakeError('conflict', `Dataset "${name}" is there already.`)
    if (!NAME.test(name)) {
      throw new LakeError(
        'badRequest',
        `Dataset name "${name}" is not valid: use up to 64 of a-z, 0-9, "-" and "_".`,
      )
    }
    const row = {
      name,
      aclMode: options.aclMode ?? 'public',
      profile: options.profile ?? 'content',
      addonFor: options.addonFor,
      createdAt: this.#options.clock().toISOString(),
    }
    inTransaction(this.#database, () => {
      this.#database
        .prepare(
          'INSERT INTO datasets (name, acl_mode, profile, addon_for, created_at) VALUES (?, ?, ?, ?, ?)',
        )
        .run(row.name, row.aclMode, row.profile, row.addonFor ?? null, row.createdAt)
      fill()
    })
    return this.#open(row)
  }

  /** @throws LakeError `notFound`. */
  setAclMode(name: string, aclMode: AclMode): Dataset {
    const dataset = this.get(name)
    this.#database.prepare('UPDATE datasets SET acl_mode = ? WHERE name = ?').run(aclMode, name)
    dataset.aclMode = aclMode
    return dataset
  }

  /** Takes a dataset with all that it holds out of the database. @throws LakeError `notFound`. */
  remove(name: string): void {
    const dataset = this.get(name)
    for (const callback of this.#onRemove) callback(dataset)
    dataset.transactor.close(new LakeError('notFound', `Dataset "${name}" was deleted.`))
    inTransaction(this.#database, () => {
      recordRemoval(this.#database, this.#options.clock())
      // Rows that refer to others go in any order.
      this.#database.exec('PRAGMA defer_foreign_keys = ON')
      // Whatever tables there come to be: what belongs to a dataset says so in a column of that name.
      const tables = this.#database
        .prepare(
          `SELECT master.name FROM sqlite_master AS master, pragma_table_info(master.name) AS col
           WHERE master.type = 'table' AND col.name = 'dataset'`,
        )
        .all()
      for (const table of tables)
        this.#database.prepare(`DELETE FROM "${String(table['name'])}" WHERE dataset = ?`).run(name)
      this.#database.prepare('DELETE FROM datasets WHERE name = ?').run(name)
    })
    this.#datasets.delete(name)
  }

  #open(row: ConstructorParameters<typeof Dataset>[1]): Dataset {
    const dataset = new Dataset(this.#database, row, this.#options)
    this.#datasets.set(dataset.name, dataset)
    for (const callback of this.#onOpen) callback(dataset)
    return dataset
  }
}

// Positions in the log are never given out twice, not even when those of the latest transactions go: listeners and
// webhooks remember them.
function recordRemoval(database: DatabaseSync, now: Date): void {
  database
    .prepare(
      `INSERT INTO transactions (position, sequence, dataset, id, author, timestamp, effects)
       SELECT next, next, '', ?, '<system>', ?, 0
       FROM (SELECT coalesce(max(position), 0) + 1 AS next FROM transactions)`,
    )
    .run(`removed-${randomUUID()}`, now.toISOString())
}
