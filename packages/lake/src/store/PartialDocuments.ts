import type {DatabaseSync} from 'node:sqlite'
import {isLakeDocument} from '../documents/LakeDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {deepFreeze} from '../json/deepFreeze.ts'
import {parseJson} from '../json/parseJson.ts'

/** Documents of one type, each with some of its members alone, by id. */
export type Parts = ReadonlyMap<string, LakeDocument>

type Group = {type: string; members: readonly string[]; parts: Map<string, LakeDocument>; bytes: number}

const MEMBER = /^[A-Za-z_]\w*$/

// Views read them, whatever a query does.
const ALWAYS = ['_id', '_type']

// Stands behind the members that are left out, which nobody reads, for the sake of the type; no query sees it.
const BEHIND = {_rev: '', _createdAt: '', _updatedAt: ''}

function emptyPart(): Record<string, unknown> {
  const part: Record<string, unknown> = {}
  Object.setPrototypeOf(part, BEHIND)
  return part
}

// What a document of few members costs besides their text.
const OVERHEAD = 200

/**
 * Documents reduced to the members that queries read, so that a scan neither parses nor holds the rest. Made when first
 * asked for, kept in line with every write, bounded by size: the group unused for longest goes first.
 */
export class PartialDocuments {
  readonly #database: DatabaseSync
  readonly #dataset: string
  readonly #maxBytes: number
  readonly #groups = new Map<string, Group>()
  /** Groups that were found to be too large. */
  readonly #refused = new Set<string>()

  constructor(database: DatabaseSync, dataset: string, maxBytes: number) {
    this.#database = database
    this.#dataset = dataset
    this.#maxBytes = maxBytes
  }

  /**
   * The documents of a type with these members; nothing when they would be too large to hold.
   * @param onRead - called for each document read; may throw to end it
   */
  of(type: string, members: readonly string[], onRead?: () => void): Parts | undefined {
    const names = namesOf(members)
    if (!names) return undefined
    const key = `${type} ${names.join(' ')}`
    if (this.#refused.has(key)) return undefined
    const known = this.#groups.get(key)
    const group = known ?? this.#load(type, names, onRead)
    if (!group) {
      this.#refused.add(key)
      return undefined
    }
    this.#groups.delete(key)
    this.#groups.set(key, group)
    if (!known) this.#shrink()
    return group.parts
  }

  /**
   * Reads documents one by one, with these members alone and without keeping them: for what would be too large to hold.
   * Nothing where a member is not as it is stored.
   */
  reader(members: readonly string[]): ((id: string) => LakeDocument | undefined) | undefined {
    const names = namesOf(members)
    if (!names) return undefined
    const row = this.#database.prepare(
      `SELECT ${columnsOf(names)} FROM documents WHERE dataset = ? AND id = ?`,
    )
    row.setReturnArrays(true)
    return (id) => {
      const found: unknown = row.get(this.#dataset, id)
      return found === undefined ? undefined : readRow(names, found).document
    }
  }

  /** Follows one committed change. */
  applied(id: string, after: LakeDocument | undefined): void {
    for (const group of this.#groups.values()) {
      group.parts.delete(id)
      if (after?._type === group.type) group.parts.set(id, reduce(after, group.members))
    }
  }

  #load(type: string, members: readonly string[], onRead?: () => void): Group | undefined {
    const rows = this.#database.prepare(
      `SELECT ${columnsOf(members)} FROM documents WHERE dataset = ? AND type = ? ORDER BY id`,
    )
    rows.setReturnArrays(true)
    const group: Group = {type, members, parts: new Map(), bytes: 0}
    for (const row of rows.iterate(this.#dataset, type)) {
      onRead?.()
      const {document, bytes} = readRow(members, row)
      group.bytes += bytes + OVERHEAD
      if (group.bytes > this.#maxBytes) return undefined
      group.parts.set(document._id, document)
    }
    return group
  }

  #shrink(): void {
    let bytes = [...this.#groups.values()].reduce((sum, group) => sum + group.bytes, 0)
    for (const [key, group] of this.#groups) {
      if (bytes <= this.#maxBytes) return
      this.#groups.delete(key)
      bytes -= group.bytes
    }
  }
}

function namesOf(members: readonly string[]): string[] | undefined {
  const names = [...new Set([...ALWAYS, ...members])].toSorted()
  // The address of an asset is made when it is read.
  return names.includes('url') || !names.every((name) => MEMBER.test(name)) ? undefined : names
}

function columnsOf(members: readonly string[]): string {
  return members.map((name) => `content -> '$.${name}'`).join(', ')
}

function readRow(members: readonly string[], row: unknown): {document: LakeDocument; bytes: number} {
  const part = emptyPart()
  let bytes = 0
  if (!Array.isArray(row)) throw new TypeError('The statement must return arrays.')
  for (const [index, name] of members.entries()) {
    const text: unknown = row[index]
    if (typeof text !== 'string') continue
    bytes += text.length
    part[name] = parseJson(text)
  }
  if (!isLakeDocument(part)) throw new Error('A stored text is not a document: run "lake check".')
  return {document: deepFreeze(part), bytes}
}

function reduce(document: LakeDocument, members: readonly string[]): LakeDocument {
  const part = emptyPart()
  for (const name of members) if (Object.hasOwn(document, name)) part[name] = document[name]
  return isLakeDocument(part) ? deepFreeze(part) : document
}
