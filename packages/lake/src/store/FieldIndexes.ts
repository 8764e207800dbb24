import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {FieldIndex, toFieldValue} from './FieldIndex.ts'
import type {FieldValue} from './FieldIndex.ts'

// Each costs about 100 bytes a document of its type; beyond this the one unused for longest goes.
const MAX_INDEXES = 64

const PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/

/** Indexes over members of documents, made when a query first asks for one and kept in line with every write. */
export class FieldIndexes {
  readonly #dataset: string
  readonly #read: StatementSync
  readonly #indexes = new Map<string, {type: string; path: readonly string[]; index: FieldIndex}>()

  constructor(database: DatabaseSync, dataset: string) {
    this.#dataset = dataset
    // Every number becomes a double, as in JavaScript; what is no scalar only says whether it is there.
    this.#read = database.prepare(
      `SELECT id, kind, CASE kind WHEN 'integer' THEN CAST(value AS REAL) WHEN 'real' THEN value WHEN 'text' THEN value END AS value
       FROM (SELECT id, json_type(content, ?2) AS kind, json_extract(content, ?2) AS value
             FROM documents WHERE dataset = ?1 AND type = ?3)`,
    )
  }

  /** The index over `a.b` of a type; undefined for members that no index is made for. */
  get(type: string, path: string): FieldIndex | undefined {
    // The address of an asset is made when it is read: what is stored is not what queries see.
    if (!PATH.test(path) || path === 'url') return undefined
    const key = `${type}\u0000${path}`
    const known = this.#indexes.get(key)
    const entry = known ?? {type, path: path.split('.'), index: this.#build(type, path)}
    this.#indexes.delete(key)
    this.#indexes.set(key, entry)
    if (this.#indexes.size > MAX_INDEXES) {
      const [oldest] = this.#indexes.keys()
      if (oldest !== undefined) this.#indexes.delete(oldest)
    }
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
  }

  /** Follows a change of which only the outcome is known. */
  reread(id: string, after: LakeDocument | undefined): void {
    for (const {type, path, index} of this.#indexes.values()) {
      index.forget(id)
      if (after?._type === type) index.add(id, valueAt(after, path))
    }
  }

  #build(type: string, path: string): FieldIndex {
    const pointer = `$.${path
      .split('.')
      .map((name) => `"${name}"`)
      .join('.')}`
    const entries: {id: string; value: FieldValue}[] = []
    for (const row of this.#read.iterate(this.#dataset, pointer, type)) {
      entries.push({id: String(row['id']), value: readValue(row['kind'], row['value'])})
    }
    return new FieldIndex(entries)
  }
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
