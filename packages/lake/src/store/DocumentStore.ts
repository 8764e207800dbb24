import type {DatabaseSync} from 'node:sqlite'
import {resolveAssetUrl} from '../assets/resolveAssetUrl.ts'
import {ForeignDocuments} from '../crossDataset/ForeignDocuments.ts'
import {collectReferences} from '../documents/collectReferences.ts'
import {isPublicId, isPublishedId, publishedIdOf} from '../documents/documentIds.ts'
import {isLakeDocument} from '../documents/LakeDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import {deepFreeze} from '../json/deepFreeze.ts'
import {parseJson} from '../json/parseJson.ts'
import {DocumentCache} from './DocumentCache.ts'
import {prepareDocumentStatements} from './prepareDocumentStatements.ts'
import type {FieldIndex} from './FieldIndex.ts'
import {FieldIndexes} from './FieldIndexes.ts'
import {slugOf} from './slugOf.ts'
import {PartialDocuments} from './PartialDocuments.ts'
import type {Parts} from './PartialDocuments.ts'
import {SortedIds} from './SortedIds.ts'

/** One document before and after a transaction; absent means that there was or is none. */
export type DocumentChange = {
  id: string
  before: LakeDocument | undefined
  after: LakeDocument | undefined
}

/** A document that points at another, and whether it may not be left dangling. */
export type Referrer = {id: string; strong: boolean}

const EMPTY = new SortedIds()

// Documents of few members may take this part of what the whole ones may.
const PARTS_SHARE = 4

// A smaller type is read whole as fast as through an index.
const MIN_INDEXED_DOCUMENTS = 200

// Reading one member of so many documents takes some twenty milliseconds.
const MAX_READ_AT_ONCE = 2_000

// Taking the words of so many takes some ten milliseconds.
const MAX_CHARACTERS_AT_ONCE = 200_000

let versions = 0

function nextVersion(): number {
  versions += 1
  return versions
}

/**
 * The documents of one dataset: the truth is in SQLite; ids and types are held in memory, parsed documents in a
 * bounded cache. Documents handed out are frozen and shared.
 */
export class DocumentStore {
  readonly dataset: string
  /** Documents of the other datasets, as far as references lead there or come from there. */
  readonly foreign: ForeignDocuments
  /** Tells this store from one that a dataset of the same name had before or gets after. */
  readonly generation = nextVersion()
  readonly #types = new Map<string, string>()
  readonly #all = new SortedIds()
  readonly #byType = new Map<string, SortedIds>()
  readonly #publishedByType = new Map<string, SortedIds>()
  readonly #publicByType = new Map<string, SortedIds>()
  readonly #variants = new Map<string, SortedIds>()
  readonly #fields: FieldIndexes
  readonly #parts: PartialDocuments
  readonly #cache: DocumentCache
  readonly #publicUrl: () => string
  readonly #minIndexed: number
  readonly #sql: ReturnType<typeof prepareDocumentStatements>
  #documentsRead = 0
  #snapshot: readonly LakeDocument[] | undefined
  #version = nextVersion()
  #publishedVersion = this.#version
  /** Lengths of the texts just written, for the bound of the cache. */
  readonly #written = new Map<string, number>()

  constructor(
    database: DatabaseSync,
    dataset: string,
    options: {cacheBytes: number; publicUrl: () => string; minIndexedDocuments?: number; projectId?: string},
  ) {
    this.dataset = dataset
    this.foreign = new ForeignDocuments(database, dataset, options.projectId)
    this.#cache = new DocumentCache(options.cacheBytes)
    this.#publicUrl = options.publicUrl
    this.#minIndexed = options.minIndexedDocuments ?? MIN_INDEXED_DOCUMENTS
    this.#fields = new FieldIndexes(database, dataset)
    this.#parts = new PartialDocuments(database, dataset, options.cacheBytes / PARTS_SHARE)
    this.#sql = prepareDocumentStatements(database)
    for (const row of this.#sql.load.iterate(dataset)) this.#index(String(row['id']), String(row['type']))
  }

  /**
   * A number that no other state of this or another dataset has had. That of `published` stays while only drafts and
   * versions change.
   */
  version(scope: 'all' | 'published'): number {
    return scope === 'all' ? this.#version : this.#publishedVersion
  }

  /** How many documents were read from the database and parsed so far. */
  get documentsRead(): number {
    return this.#documentsRead
  }

  get ids(): SortedIds {
    return this.#all
  }

  has(id: string): boolean {
    return this.#types.has(id)
  }

  typeOf(id: string): string | undefined {
    return this.#types.get(id)
  }

  get(id: string): LakeDocument | undefined {
    if (!this.#types.has(id)) return undefined
    const cached = this.#cache.get(id)
    if (cached) return cached
    this.#documentsRead += 1
    const content = this.#sql.content.get(this.dataset, id)?.['content']
    if (typeof content !== 'string') return undefined
    const document = deepFreeze(resolveAssetUrl(parseStored(id, content), this.#publicUrl()))
    this.#cache.set(id, document, content.length)
    return document
  }

  types(): IterableIterator<string> {
    return this.#byType.keys()
  }

  idsOfType(type: string): SortedIds {
    return this.#byType.get(type) ?? EMPTY
  }

  /** Ids of a type that are neither drafts nor versions; with `isPublic`, only those that anybody may read. */
  publishedIdsOfType(type: string, isPublic: boolean): SortedIds {
    return (isPublic ? this.#publicByType : this.#publishedByType).get(type) ?? EMPTY
  }

  /** The documents of a type in the order of one member; none for small types and members that cannot be indexed. */
  fieldIndex(type: string, path: string): FieldIndex | undefined {
    return this.idsOfType(type).size < this.#minIndexed ? undefined : this.#fields.get(type, path)
  }

  /**
   * As `fieldIndex`, for the thread that serves: over a large type it is made bit by bit, and absent until it is whole.
   * @param forWords - it is to be searched for words
   */
  readyIndex(type: string, path: string, forWords = false): FieldIndex | undefined {
    if (this.idsOfType(type).size > MAX_READ_AT_ONCE) return this.#fields.ready(type, path, forWords)
    const index = this.fieldIndex(type, path)
    return !forWords || index?.growWords(MAX_CHARACTERS_AT_ONCE) === true ? index : undefined
  }

  /** Has an index made bit by bit that `readyIndex` lacks. */
  async growIndex(type: string, path: string, forWords: boolean): Promise<void> {
    if (this.idsOfType(type).size >= this.#minIndexed) await this.#fields.grow(type, path, forWords)
  }

  /** The documents of a type reduced to some members; nothing where that is too much to hold. */
  parts(type: string, members: readonly string[], onRead?: () => void): Parts | undefined {
    return this.#parts.of(type, members, onRead)
  }

  /** True where so many documents are better read in parts than parsed whole. */
  prefersParts(count: number): boolean {
    return count >= this.#minIndexed && (this.#minIndexed === 0 || !this.isAllInMemory)
  }

  /** True where a filter over so many documents is worth being compiled. */
  prefersScan(count: number): boolean {
    return count >= this.#minIndexed
  }

  /** True when every document is held parsed. */
  get isAllInMemory(): boolean {
    return this.#cache.size === this.#all.size
  }

  /**
   * Every document, ascending by id; the same array until something changes, if all of them fit in memory.
   * @param onRead - called for each document read; may throw to end it
   */
  documents(onRead?: () => void): readonly LakeDocument[] {
    if (this.#snapshot) return this.#snapshot
    const documents: LakeDocument[] = []
    for (const id of this.#all.values) {
      onRead?.()
      const document = this.get(id)
      if (document) documents.push(document)
    }
    if (this.isAllInMemory) this.#snapshot = documents
    return documents
  }

  /** Drafts and versions of a published id (and not itself), ascending. */
  variantsOf(publishedId: string): readonly string[] {
    return this.#variants.get(publishedId)?.values ?? []
  }

  /** Ids whose `slug.current` is this text, ascending. */
  idsWithSlug(slug: string): string[] {
    return this.#sql.slug.all(this.dataset, slug).map((row) => String(row['id']))
  }

  /** Who points at a document, ascending by id. */
  referrersOf(target: string): Referrer[] {
    return this.#sql.referrers
      .all(this.dataset, target)
      .map((row) => ({id: String(row['source']), strong: row['strong'] === 1}))
  }

  /**
   * Writes changes inside the database transaction that the caller has open; memory follows in `applied`, once they are
   * on disk.
   */
  write(changes: readonly DocumentChange[]): void {
    for (const {id, before, after} of changes) {
      this.#writeReferences(id, before, after)
      if (!after) {
        this.#sql.remove.run(this.dataset, id)
        continue
      }
      const {_type, _rev, _createdAt, _updatedAt} = after
      const slug = slugOf(after) ?? null
      const text = this.#textOf(id, after)
      if (before?._type === _type && (slugOf(before) ?? null) === slug) {
        this.#sql.replace.run(_rev, _createdAt, _updatedAt, text, this.dataset, id)
      } else {
        this.#sql.put.run(this.dataset, id, _type, slug, _rev, _createdAt, _updatedAt, text)
      }
    }
  }

  /** Brings what is in memory in line with changes that are on disk. */
  applied(changes: readonly DocumentChange[]): void {
    this.#version = nextVersion()
    this.foreign.forget()
    if (changes.some(({id}) => isPublishedId(id))) this.#publishedVersion = this.#version
    for (const {id, before, after} of changes) {
      this.#fields.applied(id, before, after)
      this.#parts.applied(id, after)
      if (after?._type !== this.#types.get(id)) {
        this.#unindex(id)
        if (after) this.#index(id, after._type)
      }
      this.#cache.delete(id)
      if (!after) continue
      this.#cache.set(id, deepFreeze(resolveAssetUrl(after, this.#publicUrl())), this.#takeLength(id, after))
    }
    this.#snapshot = undefined
  }

  /** Brings what is in memory in line with documents that another connection has changed. */
  reread(ids: readonly string[]): void {
    this.foreign.forget()
    for (const id of ids) {
      const type = this.#sql.type.get(this.dataset, id)?.['type']
      if (type !== this.#types.get(id)) {
        this.#unindex(id)
        if (typeof type === 'string') this.#index(id, type)
      }
      this.#cache.delete(id)
      const after = this.get(id)
      this.#fields.reread(id, after)
      this.#parts.applied(id, after)
    }
    this.#snapshot = undefined
  }

  #textOf(id: string, document: LakeDocument): string {
    const text = JSON.stringify(document)
    this.#written.set(id, text.length)
    return text
  }

  #takeLength(id: string, document: LakeDocument): number {
    const length = this.#written.get(id) ?? JSON.stringify(document).length
    this.#written.delete(id)
    return length
  }

  // Only the difference is written: rewriting every row would triple the cost of a small edit.
  #writeReferences(id: string, before: LakeDocument | undefined, after: LakeDocument | undefined): void {
    const was = collectReferences(before)
    const is = collectReferences(after)
    for (const target of was.keys()) {
      if (!is.has(target)) this.#sql.removeReference.run(this.dataset, target, id)
    }
    for (const [target, {strong}] of is) {
      if (was.get(target)?.strong !== strong) {
        this.#sql.putReference.run(this.dataset, id, target, strong ? 1 : 0)
      }
    }
  }

  #index(id: string, type: string): void {
    this.#types.set(id, type)
    this.#all.add(id)
    addTo(this.#byType, type, id)
    if (!isPublishedId(id)) addTo(this.#variants, publishedIdOf(id), id)
    else addTo(this.#publishedByType, type, id)
    if (isPublicId(id)) addTo(this.#publicByType, type, id)
  }

  #unindex(id: string): void {
    const type = this.#types.get(id)
    if (type === undefined) return
    this.#types.delete(id)
    this.#all.delete(id)
    removeFrom(this.#byType, type, id)
    removeFrom(this.#publishedByType, type, id)
    removeFrom(this.#publicByType, type, id)
    if (!isPublishedId(id)) removeFrom(this.#variants, publishedIdOf(id), id)
  }
}

function parseStored(id: string, content: string): LakeDocument {
  let stored: unknown
  try {
    stored = parseJson(content)
  } catch {
    stored = undefined
  }
  if (isLakeDocument(stored)) return stored
  throw new LakeError('damaged', `The stored text of document "${id}" is not a document: run "lake check".`)
}

function addTo(index: Map<string, SortedIds>, key: string, id: string): void {
  let ids = index.get(key)
  if (!ids) index.set(key, (ids = new SortedIds()))
  ids.add(id)
}

function removeFrom(index: Map<string, SortedIds>, key: string, id: string): void {
  const ids = index.get(key)
  ids?.delete(id)
  if (ids?.size === 0) index.delete(key)
}
