import type {DatabaseSync} from 'node:sqlite'
import {ForeignDocuments} from '../crossDataset/ForeignDocuments.ts'
import {isPublishedId} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {DocumentIds} from './DocumentIds.ts'
import {DocumentWriter} from './DocumentWriter.ts'
import type {DocumentChange} from './DocumentWriter.ts'
import type {FieldIndex} from './FieldIndex.ts'
import {FieldIndexes} from './FieldIndexes.ts'
import {ParsedDocuments} from './ParsedDocuments.ts'
import {PartialDocuments} from './PartialDocuments.ts'
import type {Parts} from './PartialDocuments.ts'
import {prepareDocumentStatements} from './prepareDocumentStatements.ts'
import type {DocumentStatements} from './prepareDocumentStatements.ts'
import type {SortedIds} from './SortedIds.ts'

/** A document that points at another, and whether it may not be left dangling. */
export type Referrer = {id: string; strong: boolean}

// Documents of few members may take this part of what the whole ones may.
const PARTS_SHARE = 4

// A smaller type is read whole as fast as through an index.
const MIN_INDEXED_DOCUMENTS = 200

// Reading one member of so many documents takes some twenty milliseconds.
const MAX_READ_AT_ONCE = 2_000

// The database is not stopped while it looks through so many.
const MAX_SEARCHED_AT_ONCE = 2_000

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
  readonly #ids = new DocumentIds()
  readonly #parsed: ParsedDocuments
  readonly #writer: DocumentWriter
  readonly #fields: FieldIndexes
  readonly #parts: PartialDocuments
  readonly #minIndexed: number
  readonly #sql: DocumentStatements
  #snapshot: readonly LakeDocument[] | undefined
  #version = nextVersion()
  #publishedVersion = this.#version

  constructor(
    database: DatabaseSync,
    dataset: string,
    options: {cacheBytes: number; publicUrl: () => string; minIndexedDocuments?: number; projectId?: string},
  ) {
    this.dataset = dataset
    this.foreign = new ForeignDocuments(database, dataset, options.projectId)
    this.#minIndexed = options.minIndexedDocuments ?? MIN_INDEXED_DOCUMENTS
    this.#fields = new FieldIndexes(database, dataset)
    this.#parts = new PartialDocuments(database, dataset, options.cacheBytes / PARTS_SHARE)
    this.#sql = prepareDocumentStatements(database)
    this.#parsed = new ParsedDocuments(this.#sql, dataset, options)
    this.#writer = new DocumentWriter(this.#sql, dataset)
    for (const row of this.#sql.load.iterate(dataset)) this.#ids.set(String(row['id']), String(row['type']))
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
    return this.#parsed.read
  }

  get ids(): SortedIds {
    return this.#ids.all
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  typeOf(id: string): string | undefined {
    return this.#ids.typeOf(id)
  }

  get(id: string): LakeDocument | undefined {
    return this.#ids.has(id) ? this.#parsed.get(id) : undefined
  }

  types(): IterableIterator<string> {
    return this.#ids.types()
  }

  idsOfType(type: string): SortedIds {
    return this.#ids.ofType(type)
  }

  /** Ids of a type that are neither drafts nor versions; with `isPublic`, only those that anybody may read. */
  publishedIdsOfType(type: string, isPublic: boolean): SortedIds {
    return this.#ids.publishedOfType(type, isPublic)
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

  /** As `parts`, of documents of any type one by one, and kept by nobody. */
  partReader(members: readonly string[]): ((id: string) => LakeDocument | undefined) | undefined {
    return this.#parts.reader(members)
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
    return this.#parsed.size === this.#ids.all.size
  }

  /**
   * Every document, ascending by id; the same array until something changes, if all of them fit in memory.
   * @param onRead - called for each document read; may throw to end it
   */
  documents(onRead?: () => void): readonly LakeDocument[] {
    if (this.#snapshot) return this.#snapshot
    const documents: LakeDocument[] = []
    for (const id of this.#ids.all.values) {
      onRead?.()
      const document = this.get(id)
      if (document) documents.push(document)
    }
    if (this.isAllInMemory) this.#snapshot = documents
    return documents
  }

  /** Drafts and versions of a published id (and not itself), ascending. */
  variantsOf(publishedId: string): readonly string[] {
    return this.#ids.variantsOf(publishedId)
  }

  /** Ids whose `slug.current` is this text, ascending. */
  idsWithSlug(slug: string): string[] {
    return this.#sql.slug.all(this.dataset, slug).map((row) => String(row['id']))
  }

  /**
   * Ids of the documents in whose text all pieces of words occur, and perhaps others.
   * @param pieces - as `asciiWords` gives them
   * @param onRead - called along the way; may throw to end it
   */
  idsHaving(pieces: readonly string[], onRead: () => void): ReadonlySet<string> {
    const found = new Set<string>()
    const wanted = JSON.stringify(pieces)
    const ids = this.#ids.all.values
    for (let start = 0; start < ids.length; start += MAX_SEARCHED_AT_ONCE) {
      onRead()
      const some = ids.slice(start, start + MAX_SEARCHED_AT_ONCE)
      const rows = this.#sql.having.all(this.dataset, wanted, some[0] ?? '', some.at(-1) ?? '')
      for (const row of rows) found.add(String(row['id']))
    }
    return found
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
    for (const change of changes) this.#writer.write(change)
  }

  /** Brings what is in memory in line with changes that are on disk. */
  applied(changes: readonly DocumentChange[]): void {
    this.#version = nextVersion()
    this.foreign.forget()
    if (changes.some(({id}) => isPublishedId(id))) this.#publishedVersion = this.#version
    for (const {id, before, after} of changes) {
      this.#fields.applied(id, before, after)
      this.#parts.applied(id, after)
      this.#ids.set(id, after?._type)
      this.#parsed.delete(id)
      if (after) this.#parsed.set(id, after, this.#writer.takeLength(id, after))
    }
    this.#snapshot = undefined
  }

  /** Brings what is in memory in line with documents that another connection has changed. */
  reread(ids: readonly string[]): void {
    this.foreign.forget()
    for (const id of ids) {
      const type = this.#sql.type.get(this.dataset, id)?.['type']
      this.#ids.set(id, typeof type === 'string' ? type : undefined)
      this.#parsed.delete(id)
      const after = this.get(id)
      this.#fields.reread(id, after)
      this.#parts.applied(id, after)
    }
    this.#snapshot = undefined
  }
}
