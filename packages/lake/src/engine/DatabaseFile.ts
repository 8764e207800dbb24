import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'

type Copy = {file: string; version: number; readers: number}

/**
 * The file from which other threads read a database. One in memory is copied to a temporary file that only this user
 * can read, when such a thread first asks after a change; the file is gone when nobody reads it and the next one comes,
 * or when the lake closes.
 */
export class DatabaseFile {
  readonly #database: DatabaseSync
  readonly #location: string | null
  #folder: string | undefined
  #copies: Copy[] = []

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#location = database.location()
  }

  /** Gives the file for as long as it is in use. */
  async lend<Result>(use: (file: string) => Promise<Result>): Promise<Result> {
    if (this.#location !== null) return use(this.#location)
    const copy = this.#copyOf(this.#countChanges())
    copy.readers += 1
    try {
      return await use(copy.file)
    } finally {
      copy.readers -= 1
      this.#tidy()
    }
  }

  close(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, {recursive: true, force: true})
  }

  #countChanges(): number {
    return Number(this.#database.prepare('SELECT total_changes() AS total').get()?.['total'])
  }

  #copyOf(version: number): Copy {
    const latest = this.#copies.at(-1)
    if (latest?.version === version) return latest
    this.#folder ??= mkdtempSync(join(tmpdir(), 'lake-'))
    const copy = {file: join(this.#folder, `${version}.sqlite`), version, readers: 0}
    this.#database.prepare('VACUUM INTO ?').run(copy.file)
    this.#copies.push(copy)
    return copy
  }

  #tidy(): void {
    const latest = this.#copies.at(-1)
    for (const copy of this.#copies) {
      if (copy !== latest && copy.readers === 0) rmSync(copy.file, {force: true})
    }
    this.#copies = this.#copies.filter((copy) => copy === latest || copy.readers > 0)
  }
}
