import {isPublicId, isPublishedId} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {FieldIndex} from '../store/FieldIndex.ts'
import {createStackView} from './createStackView.ts'
import type {DocumentView, ViewSource} from './DocumentView.ts'
import {findParts} from './findParts.ts'
import type {Perspective} from './Perspective.ts'

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
  const lookUps = {
    isServing,
    fieldIndex,
    referrersOf: (target: string) => source.referrersOf(target).map(({id}) => id),
    idsWithSlug: (slug: string) => source.idsWithSlug(slug),
  }
  if (perspective.kind === 'stack')
    return {...createStackView(source, perspective.layers, isVisible), ...lookUps}
  const isPublic = isVisible === isPublicId
  const isRaw = perspective.kind === 'raw'
  const isShown = isRaw ? isVisible : (id: string): boolean => isPublishedId(id) && isVisible(id)
  const resolve = (id: string): LakeDocument | undefined => (isShown(id) ? source.get(id) : undefined)
  return {
    source,
    ...lookUps,
    isMember: !isPublic,
    listsOnlyShown: true,
    resolve,
    present: resolve,
    presenter: (members, count, onRead, type) => {
      const find = findParts(source, {members, count, onRead, type})
      return find ? (id) => (isShown(id) ? find(id) : undefined) : resolve
    },
    each: (members, onRead) => eachShown(source, members, isShown, onRead),
    shownId: (id) => (isShown(id) ? id : undefined),
    storedId: (id) => (isShown(id) && source.has(id) ? id : undefined),
    idsOfType: (type) =>
      isRaw && !isPublic ? source.idsOfType(type).values : source.publishedIdsOfType(type, isPublic).values,
    count: (ids) => ids.reduce((sum, id) => sum + Number(isShown(id)), 0),
    all: (onRead) =>
      remembered(source.documents(onRead), `${perspective.kind} ${isPublic}`, ({_id}) => isShown(_id)),
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
    const read = inParts && source.partReader(inParts)
    for (const id of source.idsOfType(type).values) {
      if (!isShown(id)) continue
      onRead()
      const document = read ? read(id) : source.get(id)
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
