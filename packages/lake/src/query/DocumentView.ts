import {draftIdOf, isPublishedId, publishedIdOf, versionIdOf} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import type {Perspective} from './Perspective.ts'

/** The parts of the store that a view reads. */
export type ViewSource = Pick<
  DocumentStore,
  'get' | 'has' | 'ids' | 'idsOfType' | 'idsWithSlug' | 'referrersOf' | 'variantsOf'
>

/** The documents of a dataset as one reader sees them through one perspective. */
export type DocumentView = {
  source: ViewSource
  /** The document that has this `_id` here. */
  resolve(id: string): LakeDocument | undefined
  /** What the stored document with this id is here, if it shows at all. */
  present(storedId: string): LakeDocument | undefined
  /** The stored id behind an `_id` seen here. */
  storedId(id: string): string | undefined
  /** Everything, ascending by `_id`. */
  all(): LakeDocument[]
}

/**
 * Builds the view of a dataset.
 * @param isVisible - whether the reader may see the stored document with this id at all
 */
export function createView(
  source: ViewSource,
  perspective: Perspective,
  isVisible: (storedId: string) => boolean,
): DocumentView {
  if (perspective.kind === 'stack') return createStackView(source, perspective.layers, isVisible)
  const isShown =
    perspective.kind === 'raw' ? isVisible : (id: string): boolean => isPublishedId(id) && isVisible(id)
  const resolve = (id: string): LakeDocument | undefined => (isShown(id) ? source.get(id) : undefined)
  return {
    source,
    resolve,
    present: resolve,
    storedId: (id) => (isShown(id) && source.has(id) ? id : undefined),
    all: () => source.ids.values.map(resolve).filter((document) => document !== undefined),
  }
}

function createStackView(
  source: ViewSource,
  layers: readonly string[],
  isVisible: (storedId: string) => boolean,
): DocumentView {
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
  const present = (stored: string): LakeDocument | undefined => {
    const id = publishedIdOf(stored)
    return storedId(id) === stored ? resolve(id) : undefined
  }
  return {source, resolve, present, storedId, all: () => inIdOrder(source.ids.values.map(present))}
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
