import type {ForeignView} from '../crossDataset/ForeignDocuments.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {FieldIndex} from '../store/FieldIndex.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'

/** The parts of the store that a view reads. */
export type ViewSource = Pick<
  DocumentStore,
  | 'documents'
  | 'fieldIndex'
  | 'get'
  | 'has'
  | 'ids'
  | 'idsHaving'
  | 'isAllInMemory'
  | 'partReader'
  | 'parts'
  | 'prefersParts'
  | 'prefersScan'
  | 'readyIndex'
  | 'typeOf'
  | 'types'
  | 'idsOfType'
  | 'idsWithSlug'
  | 'publishedIdsOfType'
  | 'referrersOf'
  | 'variantsOf'
> & {foreign: ForeignView}

/** The documents of a dataset as one reader sees them through one perspective. */
export type DocumentView = {
  source: ViewSource
  /** Whether the reader has a token, which counts in the other datasets too. */
  isMember: boolean
  /**
   * The stored documents of a type in the order of one member, if there is such an index.
   * @param forWords - it is to be searched for words
   */
  fieldIndex(type: string, path: string, forWords?: boolean): FieldIndex | undefined
  /** The document that has this `_id` here. */
  resolve(id: string): LakeDocument | undefined
  /** What the stored document with this id is here, if it shows at all. */
  present(storedId: string): LakeDocument | undefined
  /**
   * As `present`, for so many documents of which only these members are read; they may be all that comes.
   * @param type - the one that all are of, where that is known
   */
  presenter(
    members: readonly string[] | undefined,
    count: number,
    onRead: () => void,
    type?: string,
  ): (storedId: string) => LakeDocument | undefined
  /**
   * Everything in no order, of which only these members are read; absent where a document is not stored under the id
   * that it has here.
   */
  each?(members: readonly string[] | undefined, onRead: () => void): Iterable<LakeDocument>
  /** The `_id` that a stored document has here, if it shows at all; known without reading it, but for versions. */
  shownId(storedId: string): string | undefined
  /** The stored id behind an `_id` seen here. */
  storedId(id: string): string | undefined
  /** Stored ids of those that refer to a document, each once. */
  referrersOf(target: string): readonly string[]
  /** Stored ids of those whose `slug.current` is this text. */
  idsWithSlug(slug: string): readonly string[]
  /** Stored ids of a type: all that show here, and perhaps others. */
  idsOfType(type: string): readonly string[]
  /** Whether others wait while a query is planned. */
  isServing: boolean
  /** True when the ids of a type are exactly those that show. */
  listsOnlyShown: boolean
  /** How many of some stored ids show here. */
  count(storedIds: readonly string[]): number
  /** Everything, ascending by `_id`; `onRead` is called along the way and may throw to end it. */
  all(onRead?: () => void): readonly LakeDocument[]
  /** Stored ids of documents that are here as no index over them knows, if there are such. */
  changed?(): readonly string[]
}
