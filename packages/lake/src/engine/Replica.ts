import {DatabaseSync} from 'node:sqlite'
import {DocumentStore} from '../store/DocumentStore.ts'

type ReplicaOptions = {file: string; dataset: string; cacheBytes: number}

/** The documents of a dataset as another thread reads them: beside the writer, one snapshot at a time. */
export class Replica {
  readonly #database: DatabaseSync
  readonly #options: ReplicaOptions
  #publicUrl = ''
  #store: DocumentStore | undefined
  #position = 0

  constructor(options: ReplicaOptions) {
    this.#options = options
    this.#database = new DatabaseSync(options.file, {readOnly: true})
    this.#database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384; PRAGMA mmap_size = 268435456;',
    )
  }

  /** Runs a task on what is committed now; what is committed meanwhile stays unseen. */
  async read<Result>(publicUrl: string, task: (store: DocumentStore) => Promise<Result>): Promise<Result> {
    this.#database.exec('BEGIN')
    try {
      return await task(this.#follow(publicUrl))
    } finally {
      this.#database.exec('COMMIT')
    }
  }

  close(): void {
    this.#database.close()
  }

  #follow(publicUrl: string): DocumentStore {
    const {first, last} = this.#bounds()
    const isGapless = this.#position >= first - 1 && this.#position <= last
    if (!this.#store || !isGapless || publicUrl !== this.#publicUrl) {
      this.#publicUrl = publicUrl
      this.#store = new DocumentStore(this.#database, this.#options.dataset, {
        cacheBytes: this.#options.cacheBytes,
        publicUrl: () => publicUrl,
      })
    } else if (last > this.#position) this.#store.reread(this.#changedSince(this.#position))
    this.#position = last
    return this.#store
  }

  #bounds(): {first: number; last: number} {
    const row = this.#database
      .prepare('SELECT min(position) AS first, max(position) AS last FROM transactions')
      .get()
    return {first: Number(row?.['first'] ?? 0), last: Number(row?.['last'] ?? 0)}
  }

  #changedSince(position: number): string[] {
    const changed = this.#database.prepare(
      'SELECT DISTINCT document FROM transactions WHERE position > ? AND dataset = ? AND document IS NOT NULL',
    )
    return changed.all(position, this.#options.dataset).map((row) => String(row['document']))
  }
}
