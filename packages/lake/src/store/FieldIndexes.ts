import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {FieldIndex, toFieldValue} from './FieldIndex.ts'
import type {FieldValue} from './FieldIndex.ts'

// Each costs about 100 bytes a document of its type; beyond this the one unused for longest goes.
const MAX_INDEXES = 64

// What is made beside the serving of requests holds them up by so many documents at a time.
const SLICE = 200
const PAUSE_MS = 1

// Who keeps naming new members gets no index for any of them.
const WORTH_REQUESTS = 3
const MAX_REQUESTED = 1000

const PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/

type Indexed = {type: string; path: readonly string[]; index: FieldIndex}

/** An index that holds the documents up to an id. */
type Growing = Indexed & {key: string; pointer: string; lastId: string}

/** Indexes over members of documents, made when a query first asks for one and kept in line with every write. */
export class FieldIndexes {
  readonly #database: DatabaseSync
  readonly #dataset: string
  readonly #read: StatementSync
  readonly #indexes = new Map<string, Indexed>()
  readonly #requests = new Map<string, number>()
  #growing: Growing | undefined

  constructor(database: DatabaseSync, dataset: string) {
    this.#database = database
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

  /** As `get`, where reading all documents of the type would take too long: an index asked for again is made bit by bit. */
  ready(type: string, path: string): FieldIndex | undefined {
    if (!isIndexable(path)) return undefined
    const key = keyOf(type, path)
    const known = this.#indexes.get(key)
    if (known) return this.#keep(key, known)
    const requests = (this.#requests.get(key) ?? 0) + 1
    this.#requests.delete(key)
    this.#requests.set(key, requests)
    if (this.#requests.size > MAX_REQUESTED) dropOldest(this.#requests)
    if (requests < WORTH_REQUESTS || this.#growing) return undefined
    const pointer = pointerTo(path)
    this.#growing = {type, path: path.split('.'), index: new FieldIndex([]), key, pointer, lastId: ''}
    this.#growSoon()
    return undefined
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
    const growing = this.#growing
    if (!growing || id > growing.lastId) return
    growing.index.forget(id)
    if (after?._type === growing.type) growing.index.add(id, valueAt(after, growing.path))
  }

  #build(type: string, path: string): FieldIndex {
    const entries: {id: string; value: FieldValue}[] = []
    for (const row of this.#read.iterate(this.#dataset, pointerTo(path), type, '', -1)) {
      entries.push({id: String(row['id']), value: readValue(row['kind'], row['value'])})
    }
    return new FieldIndex(entries)
  }

  #growSoon(): void {
    setTimeout(() => {
      try {
        this.#grow()
      } catch {
        // The next query that needs the index begins anew.
        this.#growing = undefined
      }
    }, PAUSE_MS).unref()
  }

  #grow(): void {
    const growing = this.#growing
    if (!growing || !this.#database.isOpen) return
    // What a transaction has written can still be taken back.
    if (this.#database.isTransaction) return this.#growSoon()
    const {type, pointer, index, key} = growing
    const rows = this.#read.all(this.#dataset, pointer, type, growing.lastId, SLICE)
    for (const row of rows) {
      growing.lastId = String(row['id'])
      index.add(growing.lastId, readValue(row['kind'], row['value']))
    }
    if (rows.length === SLICE) return this.#growSoon()
    this.#growing = undefined
    this.#requests.delete(key)
    this.#keep(key, growing)
  }
}

// The address of an asset is made when it is read: what is stored is not what queries see.
function isIndexable(path: string): boolean {
  return PATH.test(path) && path !== 'url'
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
