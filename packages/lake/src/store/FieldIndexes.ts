import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {FieldIndex} from './FieldIndex.ts'
import {toFieldValue} from './FieldValue.ts'
import type {FieldValue} from './FieldValue.ts'
import {IndexJobs} from './IndexJobs.ts'

// Each costs about 100 bytes a document of its type; beyond this the one unused for longest goes.
const MAX_INDEXES = 64

// What is made beside the serving of requests holds them up by so many documents, or texts of so many characters, at a
// time.
const SLICE = 200
const SLICE_CHARACTERS = 50_000

// Who keeps naming new members gets no index for any of them.
const WORTH_REQUESTS = 3
const MAX_REQUESTED = 1000

const PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/

type Indexed = {type: string; path: readonly string[]; index: FieldIndex}

/** An index that holds the documents up to an id. */
type Growing = Indexed & {lastId: string}

/** Indexes over members of documents, made when a query first asks for one and kept in line with every write. */
export class FieldIndexes {
  readonly #jobs: IndexJobs
  readonly #dataset: string
  readonly #read: StatementSync
  readonly #indexes = new Map<string, Indexed>()
  readonly #requests = new Map<string, number>()
  readonly #growing = new Set<Growing>()

  constructor(database: DatabaseSync, dataset: string) {
    this.#jobs = new IndexJobs(database)
    this.#dataset = dataset
    // Every number becomes a double, as in JavaScript; what is no scalar only says whether it is there.
    this.#read = database.prepare(
      `SELECT id, kind, CASE kind WHEN 'integer' THEN CAST(value AS REAL) WHEN 'real' THEN value WHEN 'text' THEN value END AS value
       FROM (SELECT id, json_type(content, ?2) AS kind, json_extract(content, ?2) AS value
             FROM documents WHERE dataset = ?1 AND type = ?3 AND id > ?4 ORDER BY id LIMIT ?5)`,
    )
  }

  /** The index over `a.b` of a type; undefined for members that no index is made for. */
  get(type: string, path: string): FieldIndex | undefined {
    if (!isIndexable(path)) return undefined
    const key = keyOf(type, path)
    const known = this.#indexes.get(key)
    return this.#keep(key, known ?? {type, path: path.split('.'), index: this.#build(type, path)})
  }

  /**
   * As `get`, where reading all documents of the type would take too long: an index asked for again is made bit by bit.
   * @param forWords - it is to be searched for words, which are taken up bit by bit too
   */
  ready(type: string, path: string, forWords: boolean): FieldIndex | undefined {
    if (!isIndexable(path)) return undefined
    const key = keyOf(type, path)
    const known = this.#indexes.get(key)
    if (!known) {
      if (this.#isWorth(key) && this.#jobs.areIdle) void this.#grow(key, type, path)
      return undefined
    }
    if (!forWords || known.index.growWords(0)) return this.#keep(key, known)
    if (this.#jobs.areIdle) void this.#growWords(key, known)
    return undefined
  }

  /** Makes an index bit by bit; resolves when `ready` gives it, or it could not be made. */
  async grow(type: string, path: string, forWords: boolean): Promise<void> {
    if (!isIndexable(path)) return
    const key = keyOf(type, path)
    if (!this.#indexes.has(key)) await this.#grow(key, type, path)
    const known = this.#indexes.get(key)
    if (known && forWords) await this.#growWords(key, known)
  }

  #isWorth(key: string): boolean {
    const requests = (this.#requests.get(key) ?? 0) + 1
    this.#requests.delete(key)
    this.#requests.set(key, requests)
    if (this.#requests.size > MAX_REQUESTED) dropOldest(this.#requests)
    return requests >= WORTH_REQUESTS
  }

  #keep(key: string, entry: Indexed): FieldIndex {
    this.#indexes.delete(key)
    this.#indexes.set(key, entry)
    if (this.#indexes.size > MAX_INDEXES) dropOldest(this.#indexes)
    return entry.index
  }

  /** Follows one committed change. */
  applied(id: string, before: LakeDocument | undefined, after: LakeDocument | undefined): void {
    for (const {type, path, index} of this.#indexes.values()) {
      const was = before?._type === type ? valueAt(before, path) : undefined
      const is = after?._type === type ? valueAt(after, path) : undefined
      if (isSame(was, is)) continue
      if (was !== undefined) index.delete(id, was)
      if (is !== undefined) index.add(id, is)
    }
    this.#rereadGrowing(id, after)
  }

  /** Follows a change of which only the outcome is known. */
  reread(id: string, after: LakeDocument | undefined): void {
    for (const {type, path, index} of this.#indexes.values()) {
      index.forget(id)
      if (after?._type === type) index.add(id, valueAt(after, path))
    }
    this.#rereadGrowing(id, after)
  }

  // What comes later in the order of ids is still to be read.
  #rereadGrowing(id: string, after: LakeDocument | undefined): void {
    for (const growing of this.#growing) {
      if (id > growing.lastId) continue
      growing.index.forget(id)
      if (after?._type === growing.type) growing.index.add(id, valueAt(after, growing.path))
    }
  }

  #build(type: string, path: string): FieldIndex {
    const entries: {id: string; value: FieldValue}[] = []
    for (const row of this.#read.iterate(this.#dataset, pointerTo(path), type, '', -1)) {
      entries.push({id: String(row['id']), value: readValue(row['kind'], row['value'])})
    }
    return new FieldIndex(entries)
  }

  async #grow(key: string, type: string, path: string): Promise<void> {
    const growing = {type, path: path.split('.'), index: new FieldIndex([]), lastId: ''}
    const pointer = pointerTo(path)
    const step = (): boolean => {
      this.#growing.add(growing)
      const rows = this.#read.all(this.#dataset, pointer, type, growing.lastId, SLICE)
      for (const row of rows) {
        growing.lastId = String(row['id'])
        growing.index.add(growing.lastId, readValue(row['kind'], row['value']))
      }
      if (rows.length === SLICE) return false
      this.#requests.delete(key)
      this.#growing.delete(growing)
      this.#keep(key, growing)
      return true
    }
    await this.#jobs.run(key, step)
    // Where it failed.
    this.#growing.delete(growing)
  }

  #growWords(key: string, {index}: Indexed): Promise<void> {
    return this.#jobs.run(`${key}\u0000words`, () => index.growWords(SLICE_CHARACTERS))
  }
}

// The address of an asset is made when it is read, and the ids that a document has in a perspective: what is stored is not
// what queries see.
const MADE_WHEN_READ = new Set(['url', '_id', '_originalId'])

function isIndexable(path: string): boolean {
  return PATH.test(path) && !MADE_WHEN_READ.has(path)
}

function keyOf(type: string, path: string): string {
  return `${type}\u0000${path}`
}

function pointerTo(path: string): string {
  return `$.${path
    .split('.')
    .map((name) => `"${name}"`)
    .join('.')}`
}

function dropOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}

function readValue(kind: unknown, value: unknown): FieldValue {
  if (kind === 'true' || kind === 'false') return kind === 'true'
  if (typeof value === 'number' || typeof value === 'string') return value
  return {isDefined: kind === 'object' || kind === 'array'}
}

function valueAt(document: LakeDocument, path: readonly string[]): FieldValue {
  let value: unknown = document
  for (const name of path) value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return toFieldValue(value)
}

function isSame(left: FieldValue | undefined, right: FieldValue | undefined): boolean {
  if (typeof left === 'object' && typeof right === 'object') return left.isDefined === right.isDefined
  return left === right
}
