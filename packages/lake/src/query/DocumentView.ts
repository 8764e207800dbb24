import type {ForeignView} from '../crossDataset/ForeignDocuments.ts'
import {draftIdOf, isPublicId, isPublishedId, publishedIdOf, versionIdOf} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {FieldIndex} from '../store/FieldIndex.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import type {Parts} from '../store/PartialDocuments.ts'
import type {Perspective} from './Perspective.ts'

/** The parts of the store that a view reads. */
export type ViewSource = Pick<
  DocumentStore,
  | 'documents'
  | 'fieldIndex'
  | 'get'
  | 'has'
  | 'ids'
  | 'isAllInMemory'
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
  /** The stored id behind an `_id` seen here. */
  storedId(id: string): string | undefined
  /** Stored ids of a type: all that show here, and perhaps others. */
  idsOfType(type: string): readonly string[]
  /** True when the ids of a type are exactly those that show. */
  listsOnlyShown: boolean
  /** How many of some stored ids show here. */
  count(storedIds: readonly string[]): number
  /** Everything, ascending by `_id`; `onRead` is called along the way and may throw to end it. */
  all(onRead?: () => void): readonly LakeDocument[]
}

/**
 * Builds the view of a dataset.
 * @param isVisible - whether the reader may see the stored document with this id at all
 * @param isServing - whether others wait while an index is made
 */
export function createView(
  source: ViewSource,
  perspective: Perspective,
  isVisible: (storedId: string) => boolean,
  isServing = false,
): DocumentView {
  const fieldIndex = (type: string, path: string, forWords = false): FieldIndex | undefined =>
    isServing ? source.readyIndex(type, path, forWords) : source.fieldIndex(type, path)
  if (perspective.kind === 'stack')
    return {...createStackView(source, perspective.layers, isVisible), fieldIndex}
  const isPublic = isVisible === isPublicId
  const isRaw = perspective.kind === 'raw'
  const isShown = isRaw ? isVisible : (id: string): boolean => isPublishedId(id) && isVisible(id)
  const resolve = (id: string): LakeDocument | undefined => (isShown(id) ? source.get(id) : undefined)
  return {
    source,
    fieldIndex,
    isMember: !isPublic,
    listsOnlyShown: true,
    resolve,
    present: resolve,
    presenter: (members, count, onRead, type) => {
      if (!members || !source.prefersParts(count)) return resolve
      const parts = type === undefined ? undefined : source.parts(type, members, onRead)
      if (parts) return (id) => (isShown(id) ? parts.get(id) : undefined)
      const find = partsFinder(source, members, onRead)
      return (id) => (isShown(id) ? find(id) : undefined)
    },
    each: (members, onRead) => eachShown(source, members, isShown, onRead),
    storedId: (id) => (isShown(id) && source.has(id) ? id : undefined),
    idsOfType: (type) =>
      isRaw && !isPublic ? source.idsOfType(type).values : source.publishedIdsOfType(type, isPublic).values,
    count: (ids) => ids.reduce((sum, id) => sum + Number(isShown(id)), 0),
    all: (onRead) =>
      remembered(source.documents(onRead), `${perspective.kind} ${isPublic}`, ({_id}) => isShown(_id)),
  }
}

function partsFinder(
  source: ViewSource,
  members: readonly string[],
  onRead: () => void,
): (id: string) => LakeDocument | undefined {
  const byType = new Map<string, Parts | undefined>()
  return (id) => {
    const type = source.typeOf(id)
    if (type === undefined) return undefined
    if (!byType.has(type)) byType.set(type, source.parts(type, members, onRead))
    const parts = byType.get(type)
    if (parts) return parts.get(id)
    onRead()
    return source.get(id)
  }
}

// Type by type: looking each document up by its id would take longer than testing it.
function* eachShown(
  source: ViewSource,
  members: readonly string[] | undefined,
  isShown: (id: string) => boolean,
  onRead: () => void,
): Generator<LakeDocument> {
  const inParts = members && source.prefersParts(source.ids.size) ? members : undefined
  for (const type of source.types()) {
    const parts = inParts && source.parts(type, inParts, onRead)
    if (parts) {
      for (const document of parts.values()) if (isShown(document._id)) yield document
      continue
    }
    for (const id of source.idsOfType(type).values) {
      if (!isShown(id)) continue
      onRead()
      const document = source.get(id)
      if (document) yield document
    }
  }
}

const filtered = new WeakMap<readonly LakeDocument[], Map<string, readonly LakeDocument[]>>()

function remembered(
  documents: readonly LakeDocument[],
  key: string,
  test: (document: LakeDocument) => boolean,
): readonly LakeDocument[] {
  const known = filtered.get(documents) ?? new Map<string, readonly LakeDocument[]>()
  filtered.set(documents, known)
  let result = known.get(key)
  if (!result) known.set(key, (result = documents.filter(test)))
  return result
}

function createStackView(
  source: ViewSource,
  layers: readonly string[],
  isVisible: (storedId: string) => boolean,
): Omit<DocumentView, 'fieldIndex'> {
  const storedId = (id: string): string | undefined => {
    if (!isPublishedId(id)) return undefined
    for (const layer of layers) {
      const candidate = layer === 'drafts' ? draftIdOf(id) : versionIdOf(layer, id)
      if (source.has(candidate) && isVisible(candidate))
        return isGone(source, candidate) ? undefined : candidate
    }
    return source.has(id) && isVisible(id) ? id : undefined
  }
  const resolve = (id: string): LakeDocument | undefined => {
    const stored = storedId(id)
    const document = stored === undefined ? undefined : source.get(stored)
    return document && presentAs(document, id)
  }
  const isShown = (stored: string): boolean => storedId(publishedIdOf(stored)) === stored
  const present = (stored: string): LakeDocument | undefined =>
    isShown(stored) ? resolve(publishedIdOf(stored)) : undefined
  return {
    source,
    isMember: isVisible !== isPublicId,
    listsOnlyShown: false,
    resolve,
    present,
    // Here a document is not what is stored but a copy under another id.
    presenter: () => present,
    storedId,
    idsOfType: (type) => source.idsOfType(type).values,
    count: (ids) => ids.reduce((sum, id) => sum + Number(isShown(id)), 0),
    all: (onRead) =>
      inIdOrder(
        source.ids.values.map((id) => {
          onRead?.()
          return present(id)
        }),
      ),
  }
}

// A version that unpublishes its document when the release goes out: in that perspective nothing is left of it.
function isGone(source: ViewSource, storedId: string): boolean {
  if (!storedId.startsWith('versions.')) return false
  const system = source.get(storedId)?.['_system']
  return isJsonObject(system) && system['delete'] === true
}

const presented = new WeakMap<LakeDocument, LakeDocument>()

function presentAs(document: LakeDocument, id: string): LakeDocument {
  let copy = presented.get(document)
  if (!copy) presented.set(document, (copy = {...document, _id: id, _originalId: document._id}))
  return copy
}

/** Drops what is absent and sorts ascending by `_id`. */
export function inIdOrder(documents: readonly (LakeDocument | undefined)[]): LakeDocument[] {
  return documents
    .filter((document) => document !== undefined)
    .toSorted((left, right) => (left._id < right._id ? -1 : Number(left._id > right._id)))
}
